package io.eyegoogler.image.jpeg;

/** Transforms {@link BlockLanes#LANES} blocks from samples to quantized coefficients. */
final class BlockBatch {
    /** In the order of {@link BlockLanes}. */
    final int[] samples = new int[BlockLanes.LENGTH];
    /** In the order of {@link BlockLanes}, at {@link ForwardDct#position}; before the transform, scratch space. */
    final int[] coefficients = new int[BlockLanes.LENGTH];

    final NonZeroCoefficients nonZeros = new NonZeroCoefficients();

    /** Computes the coefficients; overwrites the samples. */
    void transform(Quantizer quantizer) {
        ForwardDct.transform(samples, coefficients);
        quantizer.quantize(coefficients);
        nonZeros.find(coefficients);
    }
}
