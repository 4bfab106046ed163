package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds images that are stored rotated or mirrored, and the EXIF block that says so. */
public final class Exifs {

    private Exifs() {}

    /**
     * Returns {@code upright} as a camera that writes {@code orientation} stores it. EXIF defines a value by the sides
     * of the upright image at which the first stored row and column are (CIPA DC-008, table 6).
     */
    public static BufferedImage stored(BufferedImage upright, int orientation) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean turned = orientation >= 5;
        BufferedImage stored = turned
                ? new BufferedImage(height, width, upright.getType())
                : new BufferedImage(width, height, upright.getType());
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x = turned ? row : column;
                int y = turned ? column : row;
                switch (orientation) {
                    case 1, 5 -> {}
                    case 2, 6 -> x = width - 1 - x;
                    case 3, 7 -> {
                        x = width - 1 - x;
                        y = height - 1 - y;
                    }
                    case 4, 8 -> y = height - 1 - y;
                    default -> throw new IllegalArgumentException("Orientation " + orientation);
                }
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    /** Returns a TIFF structure of one directory that holds the orientation. */
    public static byte[] tiff(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0);
        return tiff.array();
    }

    /** Returns {@code jpeg} with an APP1 segment that holds {@code tiff}. */
    public static byte[] inJpeg(byte[] jpeg, byte[] tiff) {
        byte[] data = ByteBuffer.allocate(6 + tiff.length)
                .put(FileParts.ascii("Exif\0\0"))
                .put(tiff)
                .array();
        return FileParts.inJpeg(jpeg, FileParts.jpegSegment(0xe1, data));
    }

    /** Returns {@code png} with an eXIf chunk that holds {@code tiff}. */
    public static byte[] inPng(byte[] png, byte[] tiff) {
        return FileParts.inPng(png, FileParts.pngChunk("eXIf", tiff));
    }
}
