package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws eyes whose pupils roll as {@link PupilPhysics} says onto a photo, frame by frame. Not safe for use by several
 * threads.
 */
public final class EyeAnimator {

    /** How far antialiasing reaches beyond {@link StyleDrawing#EXTENT}, px. */
    private static final int MARGIN = 1;

    private final BufferedImage photo;
    private final Cancellation cancellation;
    private final EyeDrawing drawing;
    private final List<Eye> eyes;
    private final List<Rectangle> places;
    /** Copies of the photo without eyes at {@link #places}. */
    private final List<BufferedImage> beneath;

    private final FrameRate rate;
    /** For each eye, its pupil in each frame. */
    private final List<List<Point>> pupils;

    /**
     * Draws the first frame, which is what {@link EyePainter} draws.
     *
     * @param drawing of eyes that have no style of their own
     * @param seed of the jolts
     * @param cancellation checked between shapes, in this frame and all others
     */
    public EyeAnimator(List<Eye> eyes, EyeDrawing drawing, BufferedImage photo, long seed, Cancellation cancellation) {
        this.photo = photo;
        this.cancellation = cancellation;
        this.drawing = drawing;
        this.eyes = eyes;
        this.places = places(eyes, photo);
        boolean moves =
                eyes.stream().anyMatch(eye -> EyePainter.of(eye, drawing).isMoving());
        this.rate = FrameRate.of(moves ? places : List.of());
        boolean still = rate.frames() == 1;
        this.beneath = still ? List.of() : places.stream().map(this::copy).toList();
        // Split, since EyePlacer uses the seed itself.
        SplittableRandom chance = new SplittableRandom(seed).split();
        this.pupils = still
                ? List.of()
                : eyes.stream().map(eye -> pupils(eye, chance.split())).toList();
        EyePainter.paint(eyes, drawing, photo, cancellation);
    }

    private List<Point> pupils(Eye eye, SplittableRandom chance) {
        cancellation.check();
        return PupilPhysics.of(eye.pupil(), rate.interval(), chance);
    }

    private static List<Rectangle> places(List<Eye> eyes, BufferedImage photo) {
        Rectangle border = new Rectangle(photo.getWidth(), photo.getHeight());
        return eyes.stream()
                .map(eye -> place(eye).intersection(border))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** Returns the square that {@code eye} is drawn in, px of the photo. */
    static Rectangle place(Eye eye) {
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

    /** Returns where the photo changes from frame to frame, px; places may overlap. */
    public List<Rectangle> places() {
        return places;
    }

    /** Returns the number of frames in the loop; 1 if nothing moves. */
    public int frames() {
        return rate.frames();
    }

    /** Returns how long each frame is shown, ms. */
    public int interval() {
        return rate.interval();
    }

    /** Makes the photo show a frame, counted from 0. */
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
        EyePainter.paint(now, drawing, photo, cancellation);
    }
}
