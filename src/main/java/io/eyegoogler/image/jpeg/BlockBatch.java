package io.eyegoogler.image.jpeg;

/** {@link BlockLanes#LANES} blocks on their way from samples to quantized coefficients. */
final class BlockBatch {
    /** In {@link BlockLanes}. */
    final int[] samples = new int[BlockLanes.LENGTH];
    /** In {@link BlockLanes}, at {@link ForwardDct#place}. Until then, room for what is made of samples. */
    final int[] coefficients = new int[BlockLanes.LENGTH];

    final NonZeroCoefficients nonZeros = new NonZeroCoefficients();

    /** From samples, which are used up, to coefficients. */
    void transform(Quantizer steps) {
        ForwardDct.transform(samples, coefficients);
        steps.apply(coefficients);
        nonZeros.find(coefficients);
    }
}
