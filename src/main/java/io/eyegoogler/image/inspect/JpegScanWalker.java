package io.eyegoogler.image.inspect;

import static io.eyegoogler.image.inspect.JpegMarkers.unsignedByte;
import static io.eyegoogler.image.inspect.JpegMarkers.unsignedShort;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Walks the segments and scans of a JPEG.
 *
 * <p>A scan visits all blocks of its components, however few bytes it has, and libjpeg keeps the coefficients of all
 * blocks from one scan to the next. So the file's length doesn't bound what many scans cost.
 */
final class JpegScanWalker {

    /** Encoders write about 10 scans; the most that one can be configured to write is a few dozen. */
    static final int MAX_SCANS = 100;
    /**
     * Block visits in all scans, 0.1 to 0.2 µs each. Ten scans of a photo of 50 megapixels have 11 million in color and
     * 18 million in CMYK.
     */
    static final long MAX_BLOCK_VISITS = 40_000_000;
    /** Visits per block that are accepted however large a photo is; encoders' scans visit each block 5 or 6 times. */
    static final int MAX_VISITS_PER_BLOCK = 12;
    /** Segments before the pixels: 255 of a color profile, some hundreds of other metadata of up to 64 kB each. */
    static final int MAX_SEGMENTS = 10_000;

    /** Blocks per byte from which on a scan is sparse: cheap to send, but not to decode. */
    private static final int SPARSE = 64;
    /** Visits in sparse scans that the reader may do in one read: half a second's worth. */
    private static final int MAX_SPARSE_VISITS = 4_000_000;
    /** The read limit for a file of several scans, bytes. */
    private static final int READ_LIMIT = 1 << 12;
    /** The read limit for a file with many visits in sparse scans: hardly more than one scan, bytes. */
    private static final int SPARSE_READ_LIMIT = 1 << 4;

    private static final int BLOCK_SIDE = 8;
    /** 64 coefficients of two bytes. */
    private static final int BLOCK_BYTES = 128;

    /** A component's sampling factors. */
    private record Component(int horizontal, int vertical) {}

    private final ByteBuffer file;
    private final Cancellation cancellation;
    private final Map<Integer, Component> components = new HashMap<>();
    private int process;
    private int width;
    private int height;
    private int maxHorizontal = 1;
    private int maxVertical = 1;
    private boolean hasProfile;
    private boolean multiScan;
    private int scans;
    private int segments;
    private long blockVisits;
    private long sparseVisits;
    private int dataStart;

    private JpegScanWalker(ByteBuffer file, Cancellation cancellation) {
        this.file = file;
        this.cancellation = cancellation;
    }

    /** Walks the JPEG that fills {@code file}, up to any damage. */
    static JpegScanWalker of(ByteBuffer file, Cancellation cancellation) {
        JpegScanWalker walker = new JpegScanWalker(file, cancellation);
        try {
            walker.walk();
        } catch (IndexOutOfBoundsException truncated) {
            // What was walked counts; the reader will report the damage.
        }
        return walker;
    }

    private void walk() {
        int at = 2;
        long visits = 0;
        while (segments <= MAX_SEGMENTS && scans <= MAX_SCANS) {
            cancellation.check();
            int next = JpegMarkers.next(file, at);
            if ((next - at) * (long) SPARSE < visits) {
                sparseVisits += visits;
            }
            int marker = unsignedByte(file, next);
            at = next + 1;
            visits = 0;
            if (marker == JpegMarkers.END_OF_IMAGE) {
                return;
            }
            if (marker == JpegMarkers.START_OF_SCAN) {
                visits = readScanHeader(at);
                if (!multiScan) {
                    return;
                }
            } else if (JpegMarkers.isStartOfFrame(marker)) {
                readFrameHeader(marker, at);
            }
            segments++;
            hasProfile |= marker == JpegMarkers.APP2;
            at += unsignedShort(file, at);
        }
    }

    private void readFrameHeader(int marker, int at) {
        process = marker & 0xf;
        height = unsignedShort(file, at + 3);
        width = unsignedShort(file, at + 5);
        int count = unsignedByte(file, at + 7);
        components.clear();
        for (int i = 0; i < count; i++) {
            int entry = at + 8 + 3 * i;
            int factors = unsignedByte(file, entry + 1);
            Component component = new Component(Math.max(1, factors >> 4), Math.max(1, factors & 0xf));
            components.put(unsignedByte(file, entry), component);
            maxHorizontal = Math.max(maxHorizontal, component.horizontal());
            maxVertical = Math.max(maxVertical, component.vertical());
        }
    }

    /** Returns how many blocks the scan visits. */
    private long readScanHeader(int at) {
        int count = unsignedByte(file, at + 2);
        if (scans++ == 0) {
            dataStart = at + unsignedShort(file, at);
            boolean progressive = process % 4 == 2;
            multiScan = progressive || count < components.size();
        }
        long visits = 0;
        for (int i = 0; i < count; i++) {
            Component component = components.get(unsignedByte(file, at + 3 + 2 * i));
            visits += component == null ? 0 : blocks(component);
        }
        blockVisits += visits;
        return visits;
    }

    /** Returns the blocks of a component, including those that pad the last MCUs. */
    private long blocks(Component component) {
        long across = (width + BLOCK_SIDE * maxHorizontal - 1) / (BLOCK_SIDE * maxHorizontal);
        long down = (height + BLOCK_SIDE * maxVertical - 1) / (BLOCK_SIDE * maxVertical);
        return across * component.horizontal() * down * component.vertical();
    }

    /**
     * Returns this if decoding costs no more than that of any real photo.
     *
     * @param format the name of the format of the file that contains this JPEG
     */
    JpegScanWalker checkLimits(String format) {
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

    /** Returns the bytes that libjpeg allocates for coefficients. */
    long coefficientBytes() {
        return multiScan ? allBlocks() * BLOCK_BYTES : 0;
    }

    /** The reader of CMYK, and of color with a profile, converts from one image to another. */
    DecodingCost cost() {
        int samples = Math.max(1, components.size());
        DecodingCost.ReadLimit readLimit = multiScan
                ? new DecodingCost.ReadLimit(
                        dataStart, sparseVisits > MAX_SPARSE_VISITS ? SPARSE_READ_LIMIT : READ_LIMIT)
                : DecodingCost.ReadLimit.NONE;
        boolean lossless = process % 4 == 3;
        // The decoder of lossless JPEG has an int for each sample.
        int decoded = lossless ? samples * (Integer.BYTES + Short.BYTES) : samples;
        int converted = samples == 4 || samples == 3 && hasProfile ? DecodingCost.BGR : 0;
        return new DecodingCost(
                decoded + converted,
                samples == 4 ? DecodingCost.ABGR : DecodingCost.BGR,
                samples < 3 || lossless,
                coefficientBytes(),
                readLimit);
    }
}
