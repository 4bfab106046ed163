package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Eyes that {@link PupilPhysics} on a photo, drawn onto it frame by frame. For one thread at a time. */
public final class EyeAnimator {

    /** How far antialiasing goes beyond that, px. */
    private static final int MARGIN = 1;

    private final BufferedImage photo;
    private final Cancellation cancellation;
    private final EyeStyle style;
    private final List<Eye> eyes;
    private final List<Rectangle> places;
    /** The photo without eyes, at {@link #places}. */
    private final List<BufferedImage> beneath;

    private final FrameRate pace;
    /** Of each eye its pupil in each frame. */
    private final List<List<Point>> pupils;

    /**
     * Draws the first frame: just what {@link EyePainter} draws.
     *
     * @param seed of chance
     * @param cancellation checked between eyes, in this frame and all others
     */
    public EyeAnimator(List<Eye> eyes, EyeStyle style, BufferedImage photo, long seed, Cancellation cancellation) {
        this.photo = photo;
        this.cancellation = cancellation;
        this.style = style;
        this.eyes = eyes;
        this.places = places(eyes, photo);
        this.pace = FrameRate.of(places);
        boolean still = pace.frames() == 1;
        this.beneath = still ? List.of() : places.stream().map(this::copy).toList();
        // Split from it, since the seed itself decides where the eyes look.
        SplittableRandom chance = new SplittableRandom(seed).split();
        this.pupils = still
                ? List.of()
                : eyes.stream().map(eye -> pupils(eye, chance.split())).toList();
        EyePainter.paint(eyes, style, photo, cancellation);
    }

    private List<Point> pupils(Eye eye, SplittableRandom chance) {
        cancellation.check();
        return PupilPhysics.of(eye.pupil(), pace.interval(), chance);
    }

    private static List<Rectangle> places(List<Eye> eyes, BufferedImage photo) {
        Rectangle border = new Rectangle(photo.getWidth(), photo.getHeight());
        return eyes.stream()
                .map(eye -> place(eye).intersection(border))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    private static Rectangle place(Eye eye) {
        double reach = StyleDrawing.EXTENT * eye.radius();
        int left = (int) Math.floor(eye.center().x() - reach) - MARGIN;
        int top = (int) Math.floor(eye.center().y() - reach) - MARGIN;
        int side = (int) Math.ceil(2 * reach) + 1 + 2 * MARGIN;
        return new Rectangle(left, top, side, side);
    }

    private BufferedImage copy(Rectangle place) {
        BufferedImage copy = new BufferedImage(place.width, place.height, photo.getType());
        Graphics2D graphics = copy.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(photo, -place.x, -place.y, null);
        graphics.dispose();
        return copy;
    }

    /** Where the photo changes from frame to frame, px; places may overlap. */
    public List<Rectangle> places() {
        return places;
    }

    /** How many there are in the loop; one if nothing moves. */
    public int frames() {
        return pace.frames();
    }

    /** How long each frame is shown, ms. */
    public int interval() {
        return pace.interval();
    }

    /** Makes the photo show a frame, 0 being the first. */
    public void draw(int frame) {
        Graphics2D graphics = photo.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        for (int i = 0; i < places.size(); i++) {
            graphics.drawImage(beneath.get(i), places.get(i).x, places.get(i).y, null);
        }
        graphics.dispose();
        List<Eye> now = IntStream.range(0, eyes.size())
                .mapToObj(i -> eyes.get(i).withPupil(pupils.get(i).get(frame)))
                .toList();
        EyePainter.paint(now, style, photo, cancellation);
    }
}
