package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EyeAnimatorTest {

    private static final EyeDrawing CLASSIC = StyleDrawing.of(EyeStyle.CLASSIC);
    /** Two that overlap, with heads tilted, and one across the border. */
    private static final List<Eye> EYES =
            List.of(eye(202.3, 101.7, 30.4, 0.3, 1), eye(244.9, 103.2, 27.5, 0.3, 4), eye(505, 300, 40, -1, 2));

    private static Eye eye(double x, double y, double radius, double roll, double gaze) {
        return new Eye(
                Eye.Side.LEFT,
                new Point(x, y),
                radius,
                roll,
                new Point(Math.cos(gaze), -Math.sin(gaze)),
                Optional.empty());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] still(EyeStyle style) {
        BufferedImage photo = Photos.portrait();
        EyePainter.paint(EYES, StyleDrawing.of(style), photo, Cancellation.NEVER);
        return pixels(photo);
    }

    private static boolean covers(EyeAnimator eyes, int x, int y) {
        return eyes.places().stream().anyMatch(place -> place.contains(x, y));
    }

    @ParameterizedTest
    @EnumSource
    void firstFrame_isTheStill_andComesBackExactly(EyeStyle style) {
        BufferedImage photo = Photos.portrait();
        EyeAnimator moving = new EyeAnimator(EYES, StyleDrawing.of(style), photo, 1, Cancellation.NEVER);
        assertArrayEquals(still(style), pixels(photo));

        moving.draw(30);
        assertFalse(Arrays.equals(still(style), pixels(photo)));
        moving.draw(0);
        assertArrayEquals(still(style), pixels(photo));
    }

    @ParameterizedTest
    @EnumSource
    void noPixelOutsideTheEyes_everChanges(EyeStyle style) {
        int[] without = pixels(Photos.portrait());
        BufferedImage photo = Photos.portrait();
        EyeAnimator moving = new EyeAnimator(EYES, StyleDrawing.of(style), photo, 1, Cancellation.NEVER);
        for (int frame = 0; frame < moving.frames(); frame++) {
            moving.draw(frame);
            int[] now = pixels(photo);
            for (int i = 0; i < now.length; i++) {
                if (now[i] != without[i]) {
                    assertTrue(covers(moving, i % 512, i / 512), "Pixel " + i % 512 + ", " + i / 512);
                }
            }
        }
    }

    @Test
    void eachEye_rollsItsOwnWay() {
        BufferedImage photo = Photos.plain(400, 100, Color.PINK);
        List<Eye> twins = List.of(eye(50, 50, 30, 0, 0), eye(250, 50, 30, 0, 0));
        EyeAnimator moving = new EyeAnimator(twins, CLASSIC, photo, 1, Cancellation.NEVER);
        moving.draw(20);

        int[] left = photo.getRGB(0, 0, 100, 100, null, 0, 100);
        int[] right = photo.getRGB(200, 0, 100, 100, null, 0, 100);
        assertFalse(Arrays.equals(left, right));
    }

    @Test
    void loop_lastsTwoSeconds_howeverFewItsFrames() {
        int[] radii = {20, 150, 300, 500};
        int before = Integer.MAX_VALUE;
        for (int radius : radii) {
            Eye eye = eye(1000, 1000, radius, 0, 0);
            EyeAnimator moving =
                    new EyeAnimator(List.of(eye), CLASSIC, Photos.plain(2000, 2000, Color.PINK), 1, Cancellation.NEVER);

            assertEquals(2000, moving.frames() * moving.interval());
            assertTrue(moving.frames() <= before && moving.frames() > 1);
            before = moving.frames();
        }
        assertTrue(before < 50, "Large eyes have fewer frames");
    }

    @Test
    void eyesFarApart_haveFewerFrames() {
        List<Eye> corners = List.of(eye(40, 40, 20, 0, 0), eye(3960, 2960, 20, 0, 0));
        EyeAnimator moving =
                new EyeAnimator(corners, CLASSIC, Photos.plain(4000, 3000, Color.PINK), 1, Cancellation.NEVER);

        assertTrue((long) moving.frames() * 4000 * 3000 < 250_000_000, moving.frames() + " frames");
        assertTrue(moving.frames() > 5);
    }

    @Test
    void eyesTooLargeForMemory_stayStill() {
        Eye eye = eye(1500, 1500, 1400, 0, 0);
        EyeAnimator moving =
                new EyeAnimator(List.of(eye), CLASSIC, Photos.plain(3000, 3000, Color.PINK), 1, Cancellation.NEVER);

        assertEquals(1, moving.frames());
    }

    @Test
    void noEyes_orNoneInThePicture_areOneFrame() {
        BufferedImage photo = Photos.plain(10, 10, Color.PINK);
        Eye outside = eye(500, 500, 20, 0, 0);

        assertEquals(1, new EyeAnimator(List.of(), CLASSIC, photo, 1, Cancellation.NEVER).frames());
        assertEquals(1, new EyeAnimator(List.of(outside), CLASSIC, photo, 1, Cancellation.NEVER).frames());
    }
}
