package io.eyegoogler.bench;

import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/**
 * Photos made of the tests' portrait, so that anybody measures the same: enlarged, under the noise of a camera's
 * sensor (without which an enlarged picture is far easier to compress than a photo), as JPEG of quality 0.92.
 *
 * <p>They are kept in {@code target/bench/photos}, since making one takes seconds.
 */
public final class MadePhotos {

    private static final Path KEPT = Path.of("target/bench/photos");
    /** The part of the portrait that shows the head, px. */
    private static final int HEAD_LEFT = 95;

    private static final int HEAD_SIDE = 256;

    private MadePhotos() {}

    /** The portrait's upper part at that size: one face. */
    public static byte[] portrait(PhotoSize size) {
        return kept("portrait-" + size.megapixels() + "mp.jpg", () -> {
            BufferedImage whole = Photos.portrait();
            int height = Math.round((float) whole.getWidth() * size.height / size.width);
            return scaled(whole.getSubimage(0, 0, whole.getWidth(), height), size.width, size.height);
        });
    }

    /** A photo of that size with a grid of so many faces, every other one mirrored. */
    public static byte[] group(int faces, PhotoSize size) {
        return kept("group-" + faces + "-" + size.megapixels() + "mp.jpg", () -> {
            BufferedImage head = Photos.portrait().getSubimage(HEAD_LEFT, 0, HEAD_SIDE, HEAD_SIDE);
            BufferedImage photo = Photos.plain(size.width, size.height, Color.GRAY);
            int columns = (int) Math.ceil(Math.sqrt((double) faces * size.width / size.height));
            int rows = (faces + columns - 1) / columns;
            int side = Math.min(size.width / columns, size.height / rows);
            for (int face = 0; face < faces; face++) {
                int left = face % columns * side;
                int mirrored = face % 2;
                draw(head, photo, left + mirrored * side, face / columns * side, (1 - 2 * mirrored) * side, side);
            }
            return photo;
        });
    }

    /** {@code image} at that size, in three bytes a pixel. */
    public static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        draw(image, scaled, 0, 0, width, height);
        return scaled;
    }

    private static void draw(BufferedImage image, BufferedImage onto, int x, int y, int width, int height) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, x, y, width, height, null);
        graphics.dispose();
    }

    private static byte[] kept(String name, Supplier<BufferedImage> made) {
        Path file = KEPT.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(KEPT);
                write(file, made);
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds the sensor's noise to what {@code made} returns, of three bytes a pixel, and writes it as a JPEG file. */
    public static void write(Path file, Supplier<BufferedImage> made) {
        try {
            BufferedImage photo = made.get();
            SensorNoise.add(photo);
            Path part = Files.createTempFile(file.getParent(), "made", ".part");
            Files.write(part, JdkWriters.jpeg(photo));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
