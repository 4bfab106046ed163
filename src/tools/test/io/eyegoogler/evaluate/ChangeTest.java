package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {

    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;
    private static final int SPOT = 12;

    static Stream<Change> changes() {
        return Change.ALL.stream();
    }

    /** A red spot at one eye and a blue one at the other are still there where the changed annotation says. */
    @ParameterizedTest
    @MethodSource("changes")
    void annotation_movesWithThePixels(Change change) {
        BufferedImage photo = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
        spot(photo, 100, 90, RED);
        spot(photo, 160, 70, BLUE);
        AnnotatedFace face = new AnnotatedFace(
                new Box(80, 50, 100, 100), List.of(new Point(100, 90), new Point(160, 70)), false, Set.of());
        Change.Changed changed =
                change.of(photo, new AnnotatedPhoto("a.png", 300, 200, false, List.of(face), Set.of()));

        assertEquals(changed.image().getWidth(), changed.photo().width());
        assertEquals(changed.image().getHeight(), changed.photo().height());
        AnnotatedFace moved = changed.photo().faces().get(0);
        assertTrue(isMostly(changed.image(), moved.eyes().get(0), RED));
        assertTrue(isMostly(changed.image(), moved.eyes().get(1), BLUE));
        assertEquals(100 * change.scale(), moved.box().width(), 0.5);
    }

    private static void spot(BufferedImage photo, int x, int y, int rgb) {
        for (int dy = -SPOT; dy < SPOT; dy++) {
            for (int dx = -SPOT; dx < SPOT; dx++) {
                photo.setRGB(x + dx, y + dy, rgb);
            }
        }
    }

    private static boolean isMostly(BufferedImage photo, Point at, int color) {
        int rgb = photo.getRGB((int) at.x(), (int) at.y());
        int red = rgb >> 16 & 0xff;
        int blue = rgb & 0xff;
        return color == RED ? red > 2 * blue : blue > 2 * red;
    }
}
