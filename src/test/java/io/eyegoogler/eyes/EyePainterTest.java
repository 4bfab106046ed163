package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EyePainterTest {

    private static final Color SKIN = new Color(200, 150, 120);
    private static final double RADIUS = 100;

    private static BufferedImage painted(Point center, double radius, double gaze) {
        BufferedImage photo = Photos.plain(300, 300, SKIN);
        EyePainter.paint(
                List.of(new Eye(
                        Eye.Side.RIGHT,
                        center,
                        radius,
                        0,
                        new Point(Math.cos(gaze), -Math.sin(gaze)),
                        Optional.empty())),
                StyleDrawing.of(EyeStyle.CLASSIC),
                photo,
                Cancellation.NEVER);
        return photo;
    }

    private static Color at(BufferedImage photo, double x, double y) {
        return new Color(photo.getRGB((int) x, (int) y));
    }

    @Test
    void classicEye_hasItsPartsWhereTheyBelong() {
        BufferedImage photo = painted(new Point(150, 150), RADIUS, 0);

        assertEquals(Color.WHITE, at(photo, 70, 150), "Sclera, opposite the gaze");
        assertEquals(Color.BLACK, at(photo, 150 - RADIUS, 150), "Rim");
        assertEquals(Color.BLACK, at(photo, 150, 150 - RADIUS), "Rim");
        assertEquals(SKIN, at(photo, 150 - 107, 150), "Beyond the rim");
        assertEquals(Color.BLACK, at(photo, 194, 150), "Pupil");
        assertEquals(Color.BLACK, at(photo, 142, 150), "Pupil's inner edge");
        assertEquals(Color.WHITE, at(photo, 136, 150), "Sclera next to the pupil");
        assertEquals(Color.WHITE, at(photo, 150 + 44.4 + 25.6, 150 - 13.3), "Highlight");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 4})
    void highlight_staysUpAndRight_whereverTheEyeLooks(double gaze) {
        BufferedImage photo = painted(new Point(150, 150), RADIUS, gaze);
        double x = 150 + 44.4 * Math.cos(gaze);
        double y = 150 - 44.4 * Math.sin(gaze);

        assertEquals(Color.WHITE, at(photo, x + 25.6, y - 13.3));
        assertEquals(Color.BLACK, at(photo, x - 25.6, y + 13.3));
    }

    @Test
    void rim_isSmooth() {
        BufferedImage photo = painted(new Point(150, 150), RADIUS, 0);
        long between = 0;
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 150; y++) {
                Color color = at(photo, x, y);
                if (!color.equals(SKIN) && !color.equals(Color.WHITE) && !color.equals(Color.BLACK)) {
                    between++;
                }
            }
        }
        assertTrue(between > 300, "Only " + between + " pixels between black, white and skin");
    }

    @Test
    void eyeAcrossACorner_isClipped() {
        BufferedImage photo = painted(new Point(0, 299), RADIUS, 0);

        assertEquals(Color.BLACK, at(photo, 44, 290));
        assertEquals(SKIN, at(photo, 110, 190));
    }

    @Test
    void eyeOutside_leavesThePhotoAlone() {
        BufferedImage photo = painted(new Point(-500, 1000), RADIUS, 0);

        assertEquals(SKIN, at(photo, 0, 299));
    }

    @Test
    void tinyEye_stillDraws() {
        assertNotEquals(SKIN, at(painted(new Point(150.5, 150.5), 0.6, 0), 150, 150));
    }
}
