package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Pictures stored turned, with the EXIF block that says so. */
public final class Exifs {

    private static final int JPEG_SIGNATURE = 2;
    private static final int PNG_SIGNATURE_AND_HEADER = 8 + 25;

    private Exifs() {}

    /**
     * {@code upright} as a camera that writes {@code orientation} stores it. EXIF defines a value by the sides of the
     * upright picture at which the stored first row and first column lie (CIPA DC-008, table 6).
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

    /** A TIFF structure with one directory that holds the orientation. */
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

    /** {@code jpeg} with an APP1 segment that holds {@code tiff}. */
    public static byte[] inJpeg(byte[] jpeg, byte[] tiff) {
        ByteBuffer segment = ByteBuffer.allocate(10 + tiff.length);
        segment.putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        return inserted(jpeg, JPEG_SIGNATURE, segment.array());
    }

    /** {@code png} with an eXIf chunk that holds {@code tiff}. */
    public static byte[] inPng(byte[] png, byte[] tiff) {
        byte[] type = "eXIf".getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(tiff);
        ByteBuffer chunk = ByteBuffer.allocate(12 + tiff.length);
        chunk.putInt(tiff.length).put(type).put(tiff).putInt((int) crc.getValue());
        return inserted(png, PNG_SIGNATURE_AND_HEADER, chunk.array());
    }

    public static byte[] inserted(byte[] file, int at, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.write(bytes, 0, bytes.length);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
