package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The scans of a JPEG, found by its markers (ITU-T T.81, annex B) as libjpeg finds them.
 *
 * <p>A scan goes over all blocks of its components, however few bytes it has, and libjpeg keeps the coefficients of all
 * blocks from one scan to the next. So what many scans cost isn't bounded by the file's length.
 */
final class JpegScanWalker {

    /** Encoders write about 10; the most that one can ask them for is some dozens. */
    static final int MAX_SCANS = 100;
    /**
     * Blocks gone over in all scans, 0.1 to 0.2 µs each. In ten scans of a photo of 50 megapixels it is 11 million in
     * color, and 18 million in CMYK.
     */
    static final long MAX_BLOCK_VISITS = 40_000_000;
    /** So often may each block be gone over however large a photo is; encoders' scans do so 5 or 6 times. */
    static final int MAX_VISITS_PER_BLOCK = 12;
    /** Before the pixels: 255 of a color profile, some hundreds of other metadata of up to 64 kB each. */
    static final int MAX_SEGMENTS = 10_000;

    /** So many blocks in a byte of a scan make it a cheap one: cheap to send, not to decode. */
    private static final int CHEAP = 64;
    /** So many visits in cheap scans may come in one piece: half a second's worth. */
    private static final int MAX_CHEAP_VISITS = 4_000_000;
    /** Of a multi-scan file's data, bytes. */
    private static final int PIECE = 1 << 12;
    /** Of a file with many visits in cheap scans: hardly more than one scan, bytes. */
    private static final int SMALL_PIECE = 1 << 4;

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
    private int segments;
    private long blockVisits;
    private long cheapVisits;
    private int dataStart;

    private JpegScanWalker(ByteBuffer file) {
        this.file = file;
    }

    /** The scans of the JPEG that is all of {@code file}; those before any damage. */
    static JpegScanWalker of(ByteBuffer file) {
        JpegScanWalker scans = new JpegScanWalker(file);
        try {
            scans.walk();
        } catch (IndexOutOfBoundsException end) {
            // A file may end anywhere.
        }
        return scans;
    }

    private void walk() {
        int at = 2;
        long visits = 0;
        while (segments <= MAX_SEGMENTS && scans <= MAX_SCANS) {
            int next = nextMarker(at);
            if ((next - at) * (long) CHEAP < visits) {
                cheapVisits += visits;
            }
            int marker = unsigned(next);
            at = next + 1;
            visits = 0;
            if (marker == END_OF_IMAGE) {
                return;
            }
            if (marker == START_OF_SCAN) {
                visits = scan(at);
                if (!multiple) {
                    return;
                }
            } else if (isFrame(marker)) {
                frame(marker, at);
            }
            segments++;
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

    /** Returns how many blocks it goes over. */
    private long scan(int at) {
        int count = unsigned(at + 2);
        if (scans++ == 0) {
            dataStart = at + Short.toUnsignedInt(file.getShort(at));
            boolean progressive = process % 4 == 2;
            multiple = progressive || count < components.size();
        }
        long visits = 0;
        for (int i = 0; i < count; i++) {
            Component component = components.get(unsigned(at + 3 + 2 * i));
            visits += component == null ? 0 : blocks(component);
        }
        blockVisits += visits;
        return visits;
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
    JpegScanWalker checked(ReadableFormat format) {
        if (segments > MAX_SEGMENTS) {
            throw new PhotoRejectedException.TooCostly(format, "more than " + MAX_SEGMENTS + " segments");
        }
        if (scans > MAX_SCANS) {
            throw new PhotoRejectedException.TooCostly(format, "more than " + MAX_SCANS + " scans");
        }
        if (blockVisits > Math.max(MAX_BLOCK_VISITS, MAX_VISITS_PER_BLOCK * allBlocks())) {
            throw new PhotoRejectedException.TooCostly(format, scans + " scans");
        }
        return this;
    }

    private long allBlocks() {
        return components.values().stream().mapToLong(this::blocks).sum();
    }

    int scans() {
        return scans;
    }

    long pixels() {
        return (long) width * height;
    }

    /** What libjpeg allocates for the coefficients, bytes. */
    long coefficients() {
        return multiple ? allBlocks() * BLOCK_BYTES : 0;
    }

    /** The reader of color with a profile, and of CMYK, converts from one picture to another. */
    DecodingCost cost() {
        int samples = Math.max(1, components.size());
        DecodingCost.Pieces pieces = multiple
                ? new DecodingCost.Pieces(dataStart, cheapVisits > MAX_CHEAP_VISITS ? SMALL_PIECE : PIECE)
                : DecodingCost.Pieces.NONE;
        boolean lossless = process % 4 == 3;
        // The decoder of lossless files has an int for each sample.
        int stored = lossless ? samples * (Integer.BYTES + Short.BYTES) : samples;
        int converted = samples == 4 || samples == 3 && profile ? DecodingCost.OPAQUE : 0;
        return new DecodingCost(
                stored + converted,
                samples == 4 ? DecodingCost.TRANSPARENT : DecodingCost.OPAQUE,
                samples < DecodingCost.OPAQUE || lossless,
                coefficients(),
                pieces);
    }
}
