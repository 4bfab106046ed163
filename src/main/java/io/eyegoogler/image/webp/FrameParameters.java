package io.eyegoogler.image.webp;

/** What a key frame says of all its macroblocks (RFC 6386, 9.2 to 9.11 and 19.2). */
final class FrameParameters {

    private static final int SEGMENTS = 4;
    /** Reference frames, and modes, that may have another level of filtering; the first of each concern key frames. */
    private static final int FILTER_DELTAS = 4;

    private static final int CERTAIN = 255;

    private boolean segmented;
    private boolean readsSegments;
    private boolean absolute;
    private final int[] segmentQuantizer = new int[SEGMENTS];
    private final int[] segmentFilter = new int[SEGMENTS];
    private final int[] segmentProbabilities = {CERTAIN, CERTAIN, CERTAIN};

    private final boolean simpleFilter;
    private final int filterLevel;
    private final int sharpness;
    /** Added to the filter's level in key frames, and where subblocks are predicted. */
    private int keyFrameDelta;

    private int subblocksDelta;

    private final int partitions;
    private final DequantizationFactors[] quantizers = new DequantizationFactors[SEGMENTS];
    private final int[] coefficients;
    private final boolean readsSkipped;
    private final int notSkipped;

    FrameParameters(BoolDecoder bits) {
        // Color space, and whether pixels need clamping: both without any effect here.
        bits.number(2);
        readSegmentation(bits);
        simpleFilter = bits.flag();
        filterLevel = bits.number(6);
        sharpness = bits.number(3);
        readFilterDeltas(bits);
        partitions = 1 << bits.number(2);
        readQuantizers(bits);
        // Whether the probabilities are kept for the next frame.
        bits.flag();
        coefficients = CoefficientProbabilities.read(bits);
        readsSkipped = bits.flag();
        notSkipped = readsSkipped ? bits.number(8) : 0;
    }

    private void readSegmentation(BoolDecoder bits) {
        segmented = bits.flag();
        if (!segmented) {
            return;
        }
        readsSegments = bits.flag();
        if (bits.flag()) {
            absolute = bits.flag();
            for (int i = 0; i < SEGMENTS; i++) {
                segmentQuantizer[i] = bits.optionalNumber(7);
            }
            for (int i = 0; i < SEGMENTS; i++) {
                segmentFilter[i] = bits.optionalNumber(6);
            }
        }
        if (readsSegments) {
            for (int i = 0; i < segmentProbabilities.length; i++) {
                segmentProbabilities[i] = bits.flag() ? bits.number(8) : CERTAIN;
            }
        }
    }

    private void readFilterDeltas(BoolDecoder bits) {
        boolean used = bits.flag();
        if (!used || !bits.flag()) {
            return;
        }
        int[] deltas = new int[2 * FILTER_DELTAS];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = bits.optionalNumber(6);
        }
        keyFrameDelta = deltas[0];
        subblocksDelta = deltas[FILTER_DELTAS];
    }

    private void readQuantizers(BoolDecoder bits) {
        int base = bits.number(7);
        DequantizationFactors.Deltas deltas = DequantizationFactors.Deltas.read(bits);
        for (int i = 0; i < SEGMENTS; i++) {
            quantizers[i] = DequantizationFactors.of(ofSegment(segmentQuantizer[i], base), deltas);
        }
    }

    private int ofSegment(int number, int base) {
        return !segmented ? base : absolute ? number : base + number;
    }

    boolean readsSegments() {
        return readsSegments;
    }

    int readSegment(BoolDecoder bits) {
        return bits.bit(segmentProbabilities[0]) == 0
                ? bits.bit(segmentProbabilities[1])
                : 2 + bits.bit(segmentProbabilities[2]);
    }

    boolean readSkipped(BoolDecoder bits) {
        return readsSkipped && bits.bit(notSkipped) != 0;
    }

    /** How many partitions the coefficients are in; row after row of macroblocks is in the next. */
    int partitions() {
        return partitions;
    }

    DequantizationFactors quantizers(int segment) {
        return quantizers[segment];
    }

    /** As {@link CoefficientProbabilities#read} gives them. */
    int[] coefficients() {
        return coefficients;
    }

    boolean filtered() {
        return filterLevel > 0;
    }

    boolean simpleFilter() {
        return simpleFilter;
    }

    /** How strong a macroblock's edges are filtered. */
    FilterStrength filterStrength(int segment, boolean subblocks) {
        int level = ofSegment(segmentFilter[segment], filterLevel) + keyFrameDelta + (subblocks ? subblocksDelta : 0);
        return FilterStrength.of(level, sharpness);
    }
}
