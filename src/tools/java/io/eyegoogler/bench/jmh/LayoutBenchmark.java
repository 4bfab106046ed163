package io.eyegoogler.bench.jmh;

import io.eyegoogler.image.PixelLayout;
import io.eyegoogler.testing.Photos;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.util.function.UnaryOperator;
import javax.imageio.ImageTypeSpecifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Converts the pixels of less usual photos, as decoders return them, to the canonical layout: {@code make bench
 * BENCH=Layout}.
 */
@State(Scope.Benchmark)
public class LayoutBenchmark {

    @Param
    public Kind kind;

    private BufferedImage decoded;

    /** The kinds of samples. */
    public enum Kind {
        GRAY(photo -> Photos.as(BufferedImage.TYPE_BYTE_GRAY, photo)),
        GRAY_16_BIT(photo -> Photos.as(BufferedImage.TYPE_USHORT_GRAY, photo)),
        PALETTE(photo -> Photos.as(BufferedImage.TYPE_BYTE_INDEXED, photo)),
        RGB_16_BIT(Kind::deep);

        private final UnaryOperator<BufferedImage> from;

        Kind(UnaryOperator<BufferedImage> from) {
            this.from = from;
        }

        private static BufferedImage deep(BufferedImage photo) {
            int[] bands = {0, 1, 2};
            BufferedImage deep = ImageTypeSpecifier.createInterleaved(
                            ColorSpace.getInstance(ColorSpace.CS_sRGB), bands, DataBuffer.TYPE_USHORT, false, false)
                    .createBufferedImage(photo.getWidth(), photo.getHeight());
            int[] row = new int[photo.getWidth() * bands.length];
            for (int y = 0; y < photo.getHeight(); y++) {
                photo.getRaster().getPixels(0, y, photo.getWidth(), 1, row);
                for (int i = 0; i < row.length; i++) {
                    row[i] = row[i] * 257 + i % 100;
                }
                deep.getRaster().setPixels(0, y, photo.getWidth(), 1, row);
            }
            return deep;
        }
    }

    @Setup(Level.Trial)
    public void convert(PhotoState state) {
        decoded = kind.from.apply(state.photo);
    }

    @Benchmark
    public BufferedImage canonical() {
        return PixelLayout.canonical(decoded);
    }
}
