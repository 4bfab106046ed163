package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes animations whose frames have any place, delay, blending and disposal, for all three formats that are read. */
public final class AnimatedFile {

    /** What becomes of a frame, as APNG numbers it. */
    public static final int KEEP = 0;

    public static final int CLEAR = 1;
    public static final int RESTORE = 2;
    /** No loop count in a GIF. */
    public static final int NO_LOOP = -1;

    /**
     * A frame.
     *
     * @param delay in the format's unit: 1/100 s, or in an APNG and a WebP ms
     * @param over whether it is blended; a GIF's always is
     */
    public record Part(BufferedImage pixels, int x, int y, int disposal, boolean over, int delay) {

        public Part(BufferedImage pixels, int delay) {
            this(pixels, 0, 0, KEEP, true, delay);
        }
    }

    private AnimatedFile() {}

    /** Each frame has a palette of its own, and colors of less than half alpha are transparent. */
    public static byte[] gif(int width, int height, List<Part> parts, int loop) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(
                little(7).putShort((short) width).putShort((short) height).array());
        if (loop != NO_LOOP) {
            file.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
            file.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
            file.writeBytes(
                    little(5).put((byte) 3).put((byte) 1).putShort((short) loop).array());
        }
        parts.forEach(part -> file.writeBytes(gifFrame(part)));
        file.write(0x3b);
        return file.toByteArray();
    }

    private static byte[] gifFrame(Part part) {
        int transparent = 255;
        List<Integer> palette = new ArrayList<>();
        byte[] indices = new byte[part.pixels.getWidth() * part.pixels.getHeight()];
        for (int i = 0; i < indices.length; i++) {
            int argb = part.pixels.getRGB(i % part.pixels.getWidth(), i / part.pixels.getWidth());
            if (argb >>> 24 < 128) {
                indices[i] = (byte) transparent;
                continue;
            }
            int index = palette.indexOf(argb & 0xffffff);
            if (index < 0) {
                index = palette.size();
                palette.add(argb & 0xffffff);
            }
            indices[i] = (byte) index;
        }
        if (palette.size() > transparent) {
            throw new IllegalArgumentException("Too many colors: " + palette.size());
        }
        byte disposal = (byte) new int[] {1, 2, 3}[part.disposal];
        ByteBuffer head = little(18 + 768).put(new byte[] {0x21, (byte) 0xf9, 4, (byte) (disposal << 2 | 1)});
        head.putShort((short) part.delay).put((byte) transparent).put((byte) 0).put((byte) 0x2c);
        head.putShort((short) part.x).putShort((short) part.y);
        head.putShort((short) part.pixels.getWidth()).putShort((short) part.pixels.getHeight());
        head.put((byte) 0x87);
        palette.forEach(
                rgb -> head.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) (int) rgb));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(head.array());
        frame.writeBytes(lzw(indices));
        return frame.toByteArray();
    }

    /** Codes of 9 bits, with the code that clears all strings before a tenth bit would be needed. */
    public static byte[] lzw(byte[] indices) {
        Bits bits = new Bits();
        for (int i = 0; i < indices.length; i++) {
            if (i % 250 == 0) {
                bits.put(256, 9);
            }
            bits.put(indices[i] & 0xff, 9);
        }
        bits.put(257, 9);
        return subBlocks(8, bits.bytes());
    }

    /** Image data of a GIF that begin with codes of {@code rootBits} and one. */
    public static byte[] subBlocks(int rootBits, byte[] data) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        blocks.write(rootBits);
        for (int at = 0; at < data.length; at += 255) {
            int length = Math.min(255, data.length - at);
            blocks.write(length);
            blocks.write(data, at, length);
        }
        blocks.write(0);
        return blocks.toByteArray();
    }

    /** The frames' pictures have one type, of which ImageIO writes a PNG. */
    public static byte[] apng(int width, int height, List<Part> parts, int plays) {
        return apng(width, height, parts, plays, parts.size(), List.of());
    }

    /**
     * @param declared how many frames the file says that it has
     * @param more chunks behind the header: type, length of the data, and data
     */
    public static byte[] apng(int width, int height, List<Part> parts, int plays, int declared, List<byte[]> more) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        int sequence = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            byte[] png = Photos.encode(part.pixels, "png");
            if (i == 0) {
                byte[] header = chunks(png, "IHDR").get(0);
                ByteBuffer.wrap(header).putInt(width).putInt(height);
                pngChunk(file, "IHDR", header);
                more.forEach(file::writeBytes);
                pngChunk(file, "acTL", big(8).putInt(declared).putInt(plays).array());
                for (String type : List.of("PLTE", "tRNS")) {
                    chunks(png, type).forEach(chunk -> pngChunk(file, type, chunk));
                }
            }
            ByteBuffer control = big(26).putInt(sequence++);
            control.putInt(part.pixels.getWidth())
                    .putInt(part.pixels.getHeight())
                    .putInt(part.x)
                    .putInt(part.y);
            control.putShort((short) part.delay).putShort((short) 1000);
            pngChunk(
                    file,
                    "fcTL",
                    control.put((byte) part.disposal)
                            .put((byte) (part.over ? 1 : 0))
                            .array());
            for (byte[] data : chunks(png, "IDAT")) {
                if (i == 0) {
                    pngChunk(file, "IDAT", data);
                } else {
                    pngChunk(
                            file,
                            "fdAT",
                            big(4 + data.length).putInt(sequence++).put(data).array());
                }
            }
        }
        pngChunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static List<byte[]> chunks(byte[] png, String type) {
        List<byte[]> found = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
        while (bytes.hasRemaining()) {
            byte[] data = new byte[bytes.getInt()];
            byte[] name = new byte[4];
            bytes.get(name).get(data).getInt();
            if (new String(name, StandardCharsets.US_ASCII).equals(type)) {
                found.add(data);
            }
        }
        return found;
    }

    public static void pngChunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] named = big(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        file.writeBytes(big(4).putInt(data.length).array());
        file.writeBytes(named);
        file.writeBytes(big(4).putInt((int) crc.getValue()).array());
    }

    /** Lossless; x and y are even. */
    public static byte[] webp(int width, int height, List<Part> parts, int plays) {
        return webp(width, height, parts, plays, List.of());
    }

    /** @param more chunks at the end */
    public static byte[] webp(int width, int height, List<Part> parts, int plays, List<byte[]> more) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        ByteBuffer head = little(10).put((byte) 0x12).position(4);
        chunks.writeBytes(
                riffChunk("VP8X", uint24(uint24(head, width - 1), height - 1).array()));
        chunks.writeBytes(riffChunk(
                "ANIM", little(6).putInt(0xff00ff00).putShort((short) plays).array()));
        for (Part part : parts) {
            byte[] image = riffChunk("VP8L", vp8l(part.pixels));
            ByteBuffer frame = little(16 + image.length);
            uint24(uint24(frame, part.x / 2), part.y / 2);
            uint24(uint24(frame, part.pixels.getWidth() - 1), part.pixels.getHeight() - 1);
            uint24(frame, part.delay);
            frame.put((byte) ((part.over ? 0 : 2) | (part.disposal == CLEAR ? 1 : 0)))
                    .put(image);
            chunks.writeBytes(riffChunk("ANMF", frame.array()));
        }
        more.forEach(chunks::writeBytes);
        byte[] webp = "WEBP".getBytes(StandardCharsets.US_ASCII);
        return riffChunk(
                "RIFF",
                little(4 + chunks.size()).put(webp).put(chunks.toByteArray()).array());
    }

    /** A bitstream without transforms and backward references, whose samples all take 8 bits (RFC 9649, 3). */
    private static byte[] vp8l(BufferedImage image) {
        Bits bits = new Bits();
        bits.put(0x2f, 8);
        bits.put(image.getWidth() - 1, 14);
        bits.put(image.getHeight() - 1, 14);
        bits.put(1, 1);
        // Version, no transform, no color cache, one group of codes.
        bits.put(0, 3 + 1 + 1 + 1);
        for (int code = 0; code < 4; code++) {
            // Code lengths are coded by a code that has only the symbol 8, the twelfth of its list.
            bits.put(0, 1);
            bits.put(12 - 4, 4);
            bits.put(0, 11 * 3);
            bits.put(1, 3);
            // 2 + 254 symbols have a length.
            bits.put(1, 1);
            bits.put(3, 3);
            bits.put(254, 8);
        }
        // The code of distances: one symbol, 0.
        bits.put(1, 1);
        bits.put(0, 3);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            for (int shift : new int[] {8, 16, 0, 24}) {
                bits.put(Integer.reverse(argb >> shift & 0xff) >>> 24, 8);
            }
        }
        return bits.bytes();
    }

    public static byte[] riffChunk(String type, byte[] data) {
        ByteBuffer chunk = little(8 + data.length + (data.length & 1));
        return chunk.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static ByteBuffer uint24(ByteBuffer to, int value) {
        return to.putShort((short) value).put((byte) (value >> 16));
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer big(int length) {
        return ByteBuffer.allocate(length);
    }

    /** Bits, the least significant ones first. */
    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long bits;
        private int count;

        void put(long value, int length) {
            bits |= value << count;
            count += length;
            while (count >= 8) {
                bytes.write((int) bits);
                bits >>>= 8;
                count -= 8;
            }
        }

        byte[] bytes() {
            if (count > 0) {
                bytes.write((int) bits);
                count = 0;
            }
            return bytes.toByteArray();
        }
    }
}
