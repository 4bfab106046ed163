package io.eyegoogler.testing;

import io.eyegoogler.Face;
import io.eyegoogler.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/** The portrait that tests use, and pictures made of it. */
public final class Photos {

    /** NASA's portrait of Eileen Collins, 512 × 512, RGB. */
    public static final byte[] PORTRAIT = resource("/photos/astronaut.png");
    /** Her eyes in it, px: the right one is on the viewer's left. */
    public static final Point RIGHT_EYE = new Point(202, 101);

    public static final Point LEFT_EYE = new Point(244, 103);
    public static final double EYE_DISTANCE = RIGHT_EYE.distanceTo(LEFT_EYE);

    private Photos() {}

    public static byte[] resource(String path) {
        try (InputStream file = Photos.class.getResourceAsStream(path)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static BufferedImage portrait() {
        return decode(PORTRAIT);
    }

    public static BufferedImage decode(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new IllegalArgumentException("No picture: " + file.length + " bytes");
            }
            return image;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Fails unless {@code file} begins as files of that type do. */
    public static void checkMediaType(String mediaType, byte[] file) {
        // ImageIO knows no APNG: a PNG with an acTL chunk behind its header.
        boolean apng =
                mediaType.equals("image/apng") && new String(file, 0, 48, StandardCharsets.ISO_8859_1).contains("acTL");
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(apng ? "image/png" : mediaType);
            while (readers.hasNext()) {
                if (readers.next().getOriginatingProvider().canDecodeInput(input)) {
                    return;
                }
            }
            throw new AssertionError("No " + mediaType);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, file)) {
                throw new IllegalArgumentException("No writer of " + format + " for type " + image.getType());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /** {@code image} as a file of that media type. */
    public static byte[] encodeAs(String mediaType, BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(mediaType).next();
        return encode(image, writer.getOriginatingProvider().getFormatNames()[0]);
    }

    /** {@code image} in another pixel type, as Java converts it. */
    public static BufferedImage as(int type, BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    public static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return copy;
    }

    /** A part of {@code image} in a picture of its own. */
    public static BufferedImage cropped(BufferedImage image, int x, int y, int width, int height) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, -x, -y, null);
        graphics.dispose();
        return copy;
    }

    public static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** The greater of a face's two eye errors against the portrait's, in eye distances. */
    public static double eyeError(Face face) {
        return eyeError(face.keypoints().rightEye(), face.keypoints().leftEye());
    }

    public static double eyeError(Point rightEye, Point leftEye) {
        return Math.max(rightEye.distanceTo(RIGHT_EYE), leftEye.distanceTo(LEFT_EYE)) / EYE_DISTANCE;
    }
}
