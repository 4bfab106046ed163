package io.eyegoogler.image.jpeg;

/** {@link Planes#LANES} blocks on their way from samples to quantized coefficients. */
final class Blocks {
    /** In {@link Planes}. */
    final int[] samples = new int[Planes.LENGTH];
    /** In {@link Planes}, at {@link ForwardDct#place}. Until then, room for what is made of samples. */
    final int[] coefficients = new int[Planes.LENGTH];
    final NonZeros nonZeros = new NonZeros();

    /** From samples, which are used up, to coefficients. */
    void transform(Quantization steps) {
        ForwardDct.transform(samples, coefficients);
        steps.apply(coefficients);
        nonZeros.find(coefficients);
    }
}
