package io.eyegoogler.image.webp;

/** The frame header in the first partition of a VP8 key frame (RFC 6386, 9.2 to 9.11 and 19.2). */
final class FrameParameters {

    private static final int SEGMENTS = 4;
    /** Filter level deltas of reference frames, and of prediction modes; the first of each apply to key frames. */
    private static final int FILTER_DELTAS = 4;

    private static final int DEFAULT_PROBABILITY = 255;

    private boolean segmented;
    private boolean hasSegmentMap;
    private boolean absoluteValues;
    private final int[] segmentQuantizer = new int[SEGMENTS];
    private final int[] segmentFilter = new int[SEGMENTS];
    private final int[] segmentProbabilities = {DEFAULT_PROBABILITY, DEFAULT_PROBABILITY, DEFAULT_PROBABILITY};

    private final boolean simpleFilter;
    private final int filterLevel;
    private final int sharpness;
    /** Added to the filter level of all macroblocks of a key frame. */
    private int keyFrameDelta;
    /** Added to the filter level of macroblocks with subblock prediction. */
    private int subblocksDelta;

    private final int partitions;
    private final DequantizationFactors[] factors = new DequantizationFactors[SEGMENTS];
    private final int[] probabilities;
    private final boolean hasSkipFlags;
    private final int notSkippedProbability;

    FrameParameters(BoolDecoder bits) {
        // Color space and clamping type, which have no effect here.
        bits.readBits(2);
        readSegmentation(bits);
        simpleFilter = bits.readFlag();
        filterLevel = bits.readBits(6);
        sharpness = bits.readBits(3);
        readFilterDeltas(bits);
        partitions = 1 << bits.readBits(2);
        readFactors(bits);
        // Whether later frames keep the probabilities.
        bits.readFlag();
        probabilities = CoefficientProbabilities.read(bits);
        hasSkipFlags = bits.readFlag();
        notSkippedProbability = hasSkipFlags ? bits.readBits(8) : 0;
    }

    private void readSegmentation(BoolDecoder bits) {
        segmented = bits.readFlag();
        if (!segmented) {
            return;
        }
        hasSegmentMap = bits.readFlag();
        if (bits.readFlag()) {
            absoluteValues = bits.readFlag();
            for (int i = 0; i < SEGMENTS; i++) {
                segmentQuantizer[i] = bits.readOptionalSigned(7);
            }
            for (int i = 0; i < SEGMENTS; i++) {
                segmentFilter[i] = bits.readOptionalSigned(6);
            }
        }
        if (hasSegmentMap) {
            for (int i = 0; i < segmentProbabilities.length; i++) {
                segmentProbabilities[i] = bits.readFlag() ? bits.readBits(8) : DEFAULT_PROBABILITY;
            }
        }
    }

    private void readFilterDeltas(BoolDecoder bits) {
        boolean used = bits.readFlag();
        if (!used || !bits.readFlag()) {
            return;
        }
        int[] deltas = new int[2 * FILTER_DELTAS];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = bits.readOptionalSigned(6);
        }
        keyFrameDelta = deltas[0];
        subblocksDelta = deltas[FILTER_DELTAS];
    }

    private void readFactors(BoolDecoder bits) {
        int base = bits.readBits(7);
        DequantizationFactors.Deltas deltas = DequantizationFactors.Deltas.read(bits);
        for (int i = 0; i < SEGMENTS; i++) {
            factors[i] = DequantizationFactors.of(ofSegment(segmentQuantizer[i], base), deltas);
        }
    }

    private int ofSegment(int number, int base) {
        return !segmented ? base : absoluteValues ? number : base + number;
    }

    boolean hasSegmentMap() {
        return hasSegmentMap;
    }

    int readSegment(BoolDecoder bits) {
        return bits.readBit(segmentProbabilities[0]) == 0
                ? bits.readBit(segmentProbabilities[1])
                : 2 + bits.readBit(segmentProbabilities[2]);
    }

    boolean readSkipped(BoolDecoder bits) {
        return hasSkipFlags && bits.readBit(notSkippedProbability) != 0;
    }

    /** Returns the count of coefficient partitions, over which rows of macroblocks are distributed in turn. */
    int partitions() {
        return partitions;
    }

    DequantizationFactors factors(int segment) {
        return factors[segment];
    }

    /** Returns the probabilities of {@link CoefficientProbabilities#read}. */
    int[] probabilities() {
        return probabilities;
    }

    boolean isFiltered() {
        return filterLevel > 0;
    }

    boolean hasSimpleFilter() {
        return simpleFilter;
    }

    /** Returns the strength with which the edges of a macroblock are filtered. */
    FilterStrength filterStrength(int segment, boolean subblocks) {
        int level = ofSegment(segmentFilter[segment], filterLevel) + keyFrameDelta + (subblocks ? subblocksDelta : 0);
        return FilterStrength.of(level, sharpness);
    }
}
