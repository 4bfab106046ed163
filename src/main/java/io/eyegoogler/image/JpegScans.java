package io.eyegoogler.image;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The scans of a JPEG, found by its markers (ITU-T T.81, annex B) as libjpeg finds them.
 *
 * <p>A scan goes over all blocks of its components, however few bytes it has, and libjpeg keeps the coefficients of all
 * blocks from one scan to the next. So what many scans cost isn't bounded by the file's length.
 */
final class JpegScans {

    /** Encoders write about 10, and some let one choose up to some dozens. */
    static final int MAX_SCANS = 100;
    /**
     * Blocks gone over in all scans: some 30 ns each. A photo of 50 megapixels with all its colors and ten scans has
     * 20 million.
     */
    static final long MAX_BLOCK_VISITS = 50_000_000;

    /** Of a multi-scan file's data, so that the decoder comes back after some scans, bytes. */
    private static final int PIECE = 1 << 12;
    /** Of a file with more scans than usual. */
    private static final int SMALL_PIECE = 1 << 8;

    private static final int MANY_SCANS = 16;
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    /** APP2, in which a color profile stands. */
    private static final int PROFILE = 0xe2;
    private static final int BLOCK_SIDE = 8;
    /** 64 coefficients of two bytes. */
    private static final int BLOCK_BYTES = 128;

    private record Component(int horizontal, int vertical) {}

    private final ByteBuffer file;
    private final Map<Integer, Component> components = new HashMap<>();
    private int process;
    private int width;
    private int height;
    private int maxHorizontal = 1;
    private int maxVertical = 1;
    private boolean profile;
    private boolean multiple;
    private int scans;
    private long blockVisits;
    private int dataStart;

    private JpegScans(ByteBuffer file) {
        this.file = file;
    }

    /** The scans of the JPEG that is all of {@code file}; those before any damage. */
    static JpegScans of(ByteBuffer file) {
        JpegScans scans = new JpegScans(file);
        try {
            scans.walk();
        } catch (IndexOutOfBoundsException end) {
            // A file may end anywhere.
        }
        return scans;
    }

    private void walk() {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            int marker = unsigned(at++);
            if (marker == END_OF_IMAGE) {
                return;
            }
            if (marker == START_OF_SCAN) {
                scan(at);
                if (!multiple || scans > MAX_SCANS) {
                    return;
                }
            } else if (isFrame(marker)) {
                frame(marker, at);
            }
            profile |= marker == PROFILE;
            at += Short.toUnsignedInt(file.getShort(at));
        }
    }

    /** Where the code of the next marker with a length, or of the end, stands from {@code at} on. */
    private int nextMarker(int at) {
        int next = at;
        while (true) {
            while (unsigned(next++) != MARKER) {
                // Data of a scan, or garbage.
            }
            while (unsigned(next) == MARKER) {
                next++;
            }
            // Neither a stuffed byte, nor one of the markers without a length: TEM, RST0 to RST7, SOI.
            int code = unsigned(next);
            if (code > 0x01 && (code < 0xd0 || code > 0xd8)) {
                return next;
            }
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(int marker, int at) {
        process = marker & 0xf;
        height = Short.toUnsignedInt(file.getShort(at + 3));
        width = Short.toUnsignedInt(file.getShort(at + 5));
        int count = unsigned(at + 7);
        components.clear();
        for (int i = 0; i < count; i++) {
            int entry = at + 8 + 3 * i;
            int factors = unsigned(entry + 1);
            Component component = new Component(Math.max(1, factors >> 4), Math.max(1, factors & 0xf));
            components.put(unsigned(entry), component);
            maxHorizontal = Math.max(maxHorizontal, component.horizontal());
            maxVertical = Math.max(maxVertical, component.vertical());
        }
    }

    private void scan(int at) {
        int count = unsigned(at + 2);
        if (scans++ == 0) {
            dataStart = at + Short.toUnsignedInt(file.getShort(at));
            boolean progressive = process % 4 == 2;
            multiple = progressive || count < components.size();
        }
        for (int i = 0; i < count; i++) {
            Component component = components.get(unsigned(at + 3 + 2 * i));
            blockVisits += component == null ? 0 : blocks(component);
        }
    }

    /** Of a component, with those that fill the last MCUs. */
    private long blocks(Component component) {
        long across = (width + BLOCK_SIDE * maxHorizontal - 1) / (BLOCK_SIDE * maxHorizontal);
        long down = (height + BLOCK_SIDE * maxVertical - 1) / (BLOCK_SIDE * maxVertical);
        return across * component.horizontal() * down * component.vertical();
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    /** This, unless it costs more than any honest photo. */
    JpegScans checked(ReadableFormat format) {
        if (scans > MAX_SCANS || blockVisits > MAX_BLOCK_VISITS) {
            throw new PhotoRejected.TooCostly(
                    format, scans > MAX_SCANS ? "more than " + MAX_SCANS + " scans" : scans + " large scans");
        }
        return this;
    }

    int scans() {
        return scans;
    }

    long pixels() {
        return (long) width * height;
    }

    /** What libjpeg allocates for the coefficients, bytes. */
    long coefficients() {
        return multiple ? components.values().stream().mapToLong(this::blocks).sum() * BLOCK_BYTES : 0;
    }

    /** The reader of color with a profile, and of CMYK, converts from one picture to another. */
    DecodingCost cost() {
        int samples = Math.max(1, components.size());
        DecodingCost.Pieces pieces = multiple
                ? new DecodingCost.Pieces(dataStart, scans > MANY_SCANS ? SMALL_PIECE : PIECE)
                : DecodingCost.Pieces.NONE;
        boolean lossless = process % 4 == 3;
        // The decoder of lossless files has an int for each sample.
        int stored = lossless ? samples * (Integer.BYTES + Short.BYTES) : samples;
        int converted = samples == 4 || samples == 3 && profile ? DecodingCost.OPAQUE : 0;
        return new DecodingCost(
                stored + converted, DecodingCost.OPAQUE, samples < DecodingCost.OPAQUE || lossless, coefficients(), pieces);
    }
}
