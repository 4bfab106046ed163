package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EyeStyleTest {

    private static final Color SKIN = new Color(200, 150, 120);
    private static final Color LID = new Color(0x8d7bc4);
    private static final int SIDE = 400;
    private static final double MIDDLE = 200;
    private static final double RADIUS = 100;
    /**
     * Levels of 255 by which an edge's pixel may differ when the same edge is drawn at another place: Java2D samples
     * a pixel in eighths.
     */
    private static final int EDGE = 40;

    private static final double QUARTER = Math.PI / 2;
    private static final Point AHEAD = new Point(0, 0);
    private static final Point LEFT = new Point(-1, 0);
    private static final Point RIGHT = new Point(1, 0);
    private static final Point DOWN = new Point(0, 1);

    private static BufferedImage painted(EyeStyle style, Eye.Side side, double roll, Point pupil) {
        BufferedImage photo = Photos.plain(SIDE, SIDE, SKIN);
        EyePainter.paint(
                List.of(new Eye(side, new Point(MIDDLE, MIDDLE), RADIUS, roll, pupil, Optional.empty())),
                StyleDrawing.of(style),
                photo,
                Cancellation.NEVER);
        return photo;
    }

    /** The color at a place in radii from the eye's center. */
    private static Color at(BufferedImage photo, double x, double y) {
        return new Color(photo.getRGB((int) (MIDDLE + RADIUS * x), (int) (MIDDLE + RADIUS * y)));
    }

    private static Color pupilColor(EyeStyle style) {
        return switch (style) {
            case HEART -> new Color(0xee1444);
            case WEEPY -> new Color(0x101a33);
            default -> Color.BLACK;
        };
    }

    private static int difference(int one, int other) {
        Color a = new Color(one);
        Color b = new Color(other);
        return Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
    }

    @ParameterizedTest
    @EnumSource
    void pupil_isWhereTheEyeLooks_onATiltedHeadToo(EyeStyle style) {
        double reach = StyleDrawing.of(style).reach();
        for (double roll : new double[] {0, -0.1}) {
            BufferedImage right = painted(style, Eye.Side.RIGHT, roll, RIGHT);
            BufferedImage left = painted(style, Eye.Side.RIGHT, roll, LEFT);
            BufferedImage down = painted(style, Eye.Side.RIGHT, roll, DOWN);

            // Left and below the pupil's center, for cartoon's lacks a slice up and right.
            assertEquals(pupilColor(style), at(right, reach - 0.05, 0.1));
            assertEquals(pupilColor(style), at(left, -reach - 0.05, 0.1));
            assertEquals(pupilColor(style), at(down, -0.05, reach + 0.1));
            assertNotEquals(pupilColor(style), at(right, -reach - 0.05, 0.1));
            assertNotEquals(pupilColor(style), at(left, reach - 0.05, 0.1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void style_staysWithinItsExtent(EyeStyle style) {
        for (Eye.Side side : Eye.Side.values()) {
            for (Point pupil : List.of(AHEAD, LEFT, RIGHT, DOWN, new Point(0, -1))) {
                assertEquals(0, drawnBeyond(StyleDrawing.EXTENT * RADIUS, painted(style, side, 0.5, pupil)));
            }
        }
    }

    /** How many pixels aren't skin, of those farther than that from the middle, px. */
    private static int drawnBeyond(double distance, BufferedImage photo) {
        int drawn = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean beyond = Math.hypot(x + 0.5 - MIDDLE, y + 0.5 - MIDDLE) > distance + 1;
                drawn += beyond && photo.getRGB(x, y) != SKIN.getRGB() ? 1 : 0;
            }
        }
        return drawn;
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOODSHOT", "CAT", "CARTOON", "HEART", "HYPNOTISED"})
    void partsKeptInside_endAtTheRim(EyeStyle style) {
        double rim = RADIUS * (style == EyeStyle.CARTOON ? 1.065 : 1.0445);
        for (Point pupil : List.of(LEFT, RIGHT, DOWN)) {
            assertEquals(0, drawnBeyond(rim, painted(style, Eye.Side.LEFT, 0.5, pupil)));
        }
    }

    @Test
    void partsKeptInside_areSmoothAtTheirEdge() {
        StyleShape lid = StyleShape.path(StyleShape.On.EYE, "M -2 -2 L 2 -2 L 2 2 L -2 2 Z", "#000000")
                .keptInside();
        BufferedImage photo = Photos.plain(SIDE, SIDE, Color.WHITE);
        Eye eye = new Eye(Eye.Side.RIGHT, new Point(MIDDLE, MIDDLE), RADIUS, 0, AHEAD, Optional.empty());
        Graphics2D graphics = photo.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new StyleShapePainter(lid).paint(eye, eye.center(), graphics);
        graphics.dispose();

        int between = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int red = new Color(photo.getRGB(i % SIDE, i / SIDE)).getRed();
            between += red > 0 && red < 255 ? 1 : 0;
        }
        assertTrue(between > 300, "Only " + between + " pixels between");
        assertEquals(Color.BLACK, at(photo, 0.98, 0));
        assertEquals(Color.WHITE, at(photo, 1.02, 0));
    }

    @Test
    void lid_tiltsWithTheHead_whileTheGazeStays() {
        BufferedImage level = painted(EyeStyle.SLEEPY, Eye.Side.RIGHT, 0, DOWN);
        assertEquals(LID, at(level, 0, -0.7));
        assertEquals(Color.WHITE, at(level, -0.7, 0.3));

        BufferedImage lying = painted(EyeStyle.SLEEPY, Eye.Side.RIGHT, QUARTER, DOWN);
        assertEquals(LID, at(lying, 0.7, 0));
        assertEquals(Color.WHITE, at(lying, -0.3, -0.7));
        assertEquals(Color.BLACK, at(lying, -0.2, 0.4), "Pupil, down in the photo");
    }

    @Test
    void headOnItsSide_turnsAllOfAnEyeButItsLight() {
        BufferedImage level = painted(EyeStyle.HYPNOTISED, Eye.Side.RIGHT, 0, RIGHT);
        BufferedImage lying = painted(EyeStyle.HYPNOTISED, Eye.Side.RIGHT, QUARTER, DOWN);

        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            assertTrue(difference(level.getRGB(x, y), lying.getRGB(SIDE - 1 - y, x)) <= EDGE, x + ", " + y);
        }
    }

    @Test
    void highlight_doesNotTilt() {
        BufferedImage lying = painted(EyeStyle.CLASSIC, Eye.Side.RIGHT, QUARTER, LEFT);

        assertEquals(Color.WHITE, at(lying, -0.444 + 0.256, -0.133));
        assertEquals(Color.BLACK, at(lying, -0.444 + 0.133, 0.256));
    }

    @Test
    void brow_goesDownTowardsTheNose_onBothSides() {
        BufferedImage right = painted(EyeStyle.ANGRY, Eye.Side.RIGHT, 0, DOWN);
        BufferedImage left = painted(EyeStyle.ANGRY, Eye.Side.LEFT, 0, DOWN);
        Color sclera = new Color(0xfff1cf);

        assertEquals(Color.BLACK, at(right, 0.8, -0.15));
        assertEquals(sclera, at(right, -0.8, -0.15));
        assertEquals(Color.BLACK, at(left, -0.8, -0.15));
        assertEquals(sclera, at(left, 0.8, -0.15));
    }

    @Test
    void leftEye_isTheRightOneMirrored_whereAStyleSaysSo() {
        BufferedImage right = painted(EyeStyle.HYPNOTISED, Eye.Side.RIGHT, 0, LEFT);
        BufferedImage left = painted(EyeStyle.HYPNOTISED, Eye.Side.LEFT, 0, RIGHT);

        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            assertTrue(difference(right.getRGB(x, y), left.getRGB(SIDE - 1 - x, y)) <= EDGE, x + ", " + y);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eyeAcrossACorner_isThePartThatLiesOnThePhoto(EyeStyle style) {
        BufferedImage whole = painted(style, Eye.Side.RIGHT, 0.5, DOWN);
        BufferedImage corner = Photos.plain(90, 90, SKIN);
        Point center = new Point(MIDDLE - 160, MIDDLE - 190);
        EyePainter.paint(
                List.of(new Eye(Eye.Side.RIGHT, center, RADIUS, 0.5, DOWN, Optional.empty())),
                StyleDrawing.of(style),
                corner,
                Cancellation.NEVER);

        for (int i = 0; i < 90 * 90; i++) {
            int x = i % 90;
            int y = i / 90;
            assertTrue(difference(whole.getRGB(160 + x, 190 + y), corner.getRGB(x, y)) <= EDGE, x + ", " + y);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eyeOfAnySize_draws(EyeStyle style) {
        for (double radius : new double[] {1e-6, 0.2, 0.5, 0.6, 1, 6, 1e5}) {
            BufferedImage photo = Photos.plain(20, 20, SKIN);
            EyePainter.paint(
                    List.of(new Eye(Eye.Side.LEFT, new Point(10.5, 10.5), radius, 0.5, DOWN, Optional.empty())),
                    StyleDrawing.of(style),
                    photo,
                    Cancellation.NEVER);

            assertTrue(radius < 0.5 || photo.getRGB(10, 10) != SKIN.getRGB(), "Radius " + radius);
        }
    }

    @Test
    void pathThatCannotBeRead_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> SvgPathParser.parse("M 0 0 l 1 1"));
        assertThrows(RuntimeException.class, () -> SvgPathParser.parse("M 0 0 L 1"));
    }
}
