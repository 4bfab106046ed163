package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.Point;
import io.eyegoogler.cli.NativeLibraryCache;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sheet of all styles that the README shows: {@code make styles}. Its writing needs a font, as any desktop has. */
final class StyleSheet {

    private static final int COLUMNS = 3;
    /** Px, likewise all that follows. */
    private static final int CELL_WIDTH = 400;

    private static final int CELL_HEIGHT = 250;
    private static final int TITLE_BASE = 30;
    private static final double LARGE = 30;
    private static final Color PAPER = new Color(0xf3efe6);
    private static final Color WRITING = new Color(0x2b2b2b);
    /** The portrait is enlarged so much, and this is cut out around the eyes. */
    private static final double ENLARGED = 1.5;

    private static final int FACE_SIDE = 190;

    private final List<Face> faces;
    private final BufferedImage portrait;

    private StyleSheet(EyeGoogler googler) {
        BufferedImage original = Photos.portrait();
        int side = (int) (ENLARGED * original.getWidth());
        portrait = Photos.scaled(original, side, side);
        faces = googler.faces(portrait).faces();
    }

    public static void main(String[] args) throws IOException {
        NativeLibraryCache.configure();
        System.setProperty("java.awt.headless", "true");
        if (!hasFonts()) {
            System.err.println("There are no fonts for the styles' names; on Debian,"
                    + " apt-get install fontconfig libfreetype6 libharfbuzz0b.");
            System.exit(1);
        }
        try (EyeGoogler googler = EyeGoogler.load()) {
            Files.write(Path.of(args[0]), Photos.encode(new StyleSheet(googler).draw(), "png"));
        }
    }

    /** A headless JDK may come without, which is found only when text is measured. */
    private static boolean hasFonts() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 1)
                            .getStringBounds("classic", new FontRenderContext(null, true, true))
                            .getWidth()
                    > 0;
        } catch (LinkageError | InternalError | RuntimeException none) {
            return false;
        }
    }

    private BufferedImage draw() {
        EyeStyle[] styles = EyeStyle.values();
        int rows = (styles.length + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = Photos.plain(COLUMNS * CELL_WIDTH, rows * CELL_HEIGHT, PAPER);
        for (int i = 0; i < styles.length; i++) {
            cell(styles[i], sheet, i % COLUMNS * CELL_WIDTH, i / COLUMNS * CELL_HEIGHT);
        }
        return sheet;
    }

    private void cell(EyeStyle style, BufferedImage sheet, int x, int y) {
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(WRITING);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        graphics.drawString(style.id(), x + 16, y + TITLE_BASE);
        graphics.drawImage(onThePortrait(style), x + 198, y + TITLE_BASE + 14, null);
        graphics.dispose();
        pair(style, sheet, x + 104, y + 88, 0, new Point(0.8, 0.6), new Point(-0.5, 0.75));
        pair(style, sheet, x + 104, y + 192, Math.toRadians(20), new Point(-0.7, -0.7), new Point(-0.7, -0.7));
    }

    /** Two eyes around a middle, level or tilted. */
    private static void pair(EyeStyle style, BufferedImage sheet, int x, int y, double roll, Point one, Point other) {
        double dx = 1.2 * LARGE * Math.cos(roll);
        double dy = 1.2 * LARGE * Math.sin(roll);
        EyePainter.paint(
                List.of(
                        new Eye(Eye.Side.RIGHT, new Point(x - dx, y - dy), LARGE, roll, one, Optional.empty()),
                        new Eye(Eye.Side.LEFT, new Point(x + dx, y + dy), LARGE, roll, other, Optional.empty())),
                StyleDrawing.of(style),
                sheet,
                Cancellation.NEVER);
    }

    private BufferedImage onThePortrait(EyeStyle style) {
        BufferedImage googly = Photos.as(BufferedImage.TYPE_3BYTE_BGR, portrait);
        EyePainter.paint(
                EyePlacer.place(faces, 1.4, Gaze.RANDOM, 5), StyleDrawing.of(style), googly, Cancellation.NEVER);
        Point middle = faces.get(0).keypoints().eyeMiddle();
        return Photos.cropped(
                googly, (int) middle.x() - FACE_SIDE / 2, (int) middle.y() - FACE_SIDE / 2, FACE_SIDE, FACE_SIDE);
    }
}
