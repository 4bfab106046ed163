package io.eyegoogler.evaluate.moving;

import io.eyegoogler.Point;
import io.eyegoogler.evaluate.Jpeg;
import io.eyegoogler.evaluate.moving.Person.Place;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A synthetic sequence of frames: scenery that drifts, heads that move before it, bars that hide them, noise, and JPEG's
 * losses.
 *
 * @param name what the report calls it
 * @param kind what it tests
 * @param people the index of each is its number in the ground truth
 * @param frames how many there are
 * @param stage what is where in a frame
 */
public record Scene(String name, String kind, List<Person> people, int frames, IntFunction<Stage> stage) {

    /** Seconds between two frames. */
    public static final double INTERVAL = 0.04;

    /** Standard deviation of the noise of each sample, of 255. */
    private static final double NOISE_DEVIATION = 3;
    /** A prime, so that a frame's rows don't get the same noise. */
    private static final int NOISE_LENGTH = 1_000_003;

    private static final byte[] NOISE = noise();

    private static final float JPEG_QUALITY = 0.85f;
    /** How far below the eyes the mouth is, in distances of the eyes. */
    private static final double MOUTH = 1.05;

    private static final Color BAR = new Color(96, 80, 64);

    /**
     * What is where in a frame.
     *
     * @param scenery fills the frame
     * @param shift of the scenery to the left and up, px
     * @param places of people by their index; a higher index is nearer
     * @param bars nearer than all people
     */
    public record Stage(
            BufferedImage scenery,
            Point shift,
            int width,
            int height,
            Map<Integer, Place> places,
            List<Rectangle> bars) {}

    /** A frame and what it shows. */
    public record Frame(BufferedImage image, List<Truth> truth) {}

    /** Returns a frame. */
    public Frame frame(int index) {
        Stage now = stage.apply(index);
        BufferedImage image = new BufferedImage(now.width(), now.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double scale = 1.25
                * Math.max(
                        (double) now.width() / now.scenery().getWidth(),
                        (double) now.height() / now.scenery().getHeight());
        graphics.translate(-now.shift().x(), -now.shift().y());
        graphics.scale(scale, scale);
        graphics.drawImage(now.scenery(), 0, 0, null);
        graphics.dispose();
        Map<Integer, Place> places = new TreeMap<>(now.places());
        places.forEach((person, place) -> people.get(person).draw(image, place));
        Graphics2D front = image.createGraphics();
        front.setColor(BAR);
        now.bars().forEach(front::fill);
        front.dispose();
        addNoise(image, index);
        List<Truth> truth = new ArrayList<>();
        places.forEach((person, place) -> truth.add(truth(person, now)));
        return new Frame(canonical(Jpeg.through(image, JPEG_QUALITY)), truth);
    }

    private static BufferedImage canonical(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    /** Adds noise that differs from frame to frame: a different part of the same row of numbers. */
    private static void addNoise(BufferedImage image, int frame) {
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int at = new Random(frame).nextInt(NOISE.length);
        for (int i = 0; i < samples.length; i++) {
            int value = (samples[i] & 0xff) + NOISE[at];
            samples[i] = (byte) Math.max(0, Math.min(255, value));
            at = at + 1 < NOISE.length ? at + 1 : 0;
        }
    }

    private static byte[] noise() {
        Random random = new Random(1);
        byte[] noise = new byte[NOISE_LENGTH];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(NOISE_DEVIATION * random.nextGaussian());
        }
        return noise;
    }

    private Truth truth(int person, Stage now) {
        Place place = now.places().get(person);
        Point right = place.at(-0.5, 0);
        Point left = place.at(0.5, 0);
        // A little more than the points themselves, since half an eye is no eye.
        List<Point> parts =
                List.of(place.at(-0.75, 0), place.at(-0.3, 0), place.at(0.3, 0), place.at(0.75, 0), place.at(0, MOUTH));
        long seen = parts.stream().filter(part -> isSeen(part, person, now)).count();
        Truth.Sight sight = seen == parts.size() ? Truth.Sight.ALL : seen == 0 ? Truth.Sight.NONE : Truth.Sight.PART;
        return new Truth(person, right, left, sight);
    }

    private boolean isSeen(Point point, int person, Stage now) {
        boolean inside = point.x() >= 0 && point.y() >= 0 && point.x() < now.width() && point.y() < now.height();
        return inside
                && now.bars().stream().noneMatch(bar -> bar.contains(point.x(), point.y()))
                && now.places().entrySet().stream()
                        .noneMatch(other -> other.getKey() > person
                                && people.get(other.getKey()).hides(point, other.getValue()));
    }
}
