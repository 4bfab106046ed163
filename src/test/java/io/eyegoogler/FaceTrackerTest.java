package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {

    private static final GooglyOptions OPTIONS = GooglyOptions.DEFAULT.withSeed(1);

    private static Duration time(int frame) {
        return Duration.ofMillis(40L * frame);
    }

    @Test
    void eyesRideOnTheHead_andTheirPupilsFall() {
        try (EyeGoogler googler = EyeGoogler.load()) {
            FaceTracker tracker = googler.tracker(OPTIONS);
            List<List<Eye>> frames = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                frames.add(tracker.next(Photos.cropped(Photos.portrait(), 3 * i, i, 400, 300), time(i)));
            }

            for (int i = 0; i < 30; i++) {
                List<Eye> eyes = frames.get(i);
                Point right = new Point(Photos.RIGHT_EYE.x() - 3 * i, Photos.RIGHT_EYE.y() - i);
                assertEquals(2, eyes.size(), "frame " + i);
                assertTrue(eyes.get(0).center().distanceTo(right) < 0.15 * Photos.EYE_DISTANCE, "frame " + i);
                assertEquals(frames.get(0).get(0).radius(), eyes.get(0).radius(), 0.6, "frame " + i);
            }
            assertEquals(
                    googler.faces(Photos.cropped(Photos.portrait(), 0, 0, 400, 300), OPTIONS)
                            .eyes(),
                    frames.get(0));
            assertTrue(frames.get(29).get(0).pupil().y() > 0.7, frames.get(29).toString());
        }
    }

    @Test
    void paint_drawsOnTheFrame_whateverItsType() {
        try (EyeGoogler googler = EyeGoogler.load()) {
            BufferedImage frame = Photos.as(BufferedImage.TYPE_INT_RGB, Photos.portrait());
            List<Eye> eyes = googler.tracker(OPTIONS).paint(frame, Duration.ZERO);

            assertEquals(2, eyes.size());
            int x = (int) eyes.get(0).center().x();
            int y = (int) eyes.get(0).center().y();
            assertNotEquals(Photos.portrait().getRGB(x, y), frame.getRGB(x, y));
        }
    }

    @Test
    void closedGoogler_tracksNothing() {
        EyeGoogler googler = EyeGoogler.load();
        FaceTracker tracker = googler.tracker(OPTIONS);
        googler.close();

        assertThrows(IllegalStateException.class, () -> tracker.next(Photos.portrait(), Duration.ZERO));
        assertThrows(IllegalStateException.class, () -> googler.tracker(OPTIONS));
    }

    @Test
    void missingArguments_areRefused() {
        try (EyeGoogler googler = EyeGoogler.load()) {
            FaceTracker tracker = googler.tracker(OPTIONS);

            assertThrows(NullPointerException.class, () -> googler.tracker(null));
            assertThrows(NullPointerException.class, () -> tracker.next(null, Duration.ZERO));
            assertThrows(NullPointerException.class, () -> tracker.next(Photos.portrait(), null));
            assertThrows(NullPointerException.class, () -> tracker.next(Photos.portrait(), Duration.ZERO, null));
        }
    }
}
