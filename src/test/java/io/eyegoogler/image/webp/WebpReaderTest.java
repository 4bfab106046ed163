package io.eyegoogler.image.webp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes files of libwebp's encoder to the same pixels as libwebp's decoder: see NOTICE. */
class WebpReaderTest {

    private final PhotoReader reader = new PhotoReader(1_000_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossy-method0",
                "lossy-filter",
                "lossy-simple-filter",
                "lossy-segments",
                "lossy-partitions",
                "alpha-uncompressed",
                "alpha-lossless",
                "lossless",
                "lossless-near",
                "lossless-palette",
                "lossless-hint-off"
            })
    void still_hasThePixelsOfLibwebp(String name) {
        BufferedImage right = Photos.decode(Photos.resource("/webp/" + name + ".png"));

        Pixels.assertSame(right, reader.read(Photos.resource("/webp/" + name + ".webp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"animation-alpha", "animation-opaque"})
    void animation_isReadAsItsFirstFrameAtItsPositionOnTheCanvas(String name) {
        BufferedImage right = Photos.decode(Photos.resource("/webp/" + name + ".png"));

        Pixels.assertSame(right, reader.read(Photos.resource("/webp/" + name + ".webp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy-method0", "alpha-lossless", "lossless", "lossless-palette"})
    void truncatedFile_isRejected(String name) {
        byte[] file = Photos.resource("/webp/" + name + ".webp");
        for (int percent = 1; percent < 95; percent++) {
            byte[] cut = Arrays.copyOf(file, file.length * percent / 100);
            assertThrows(PhotoRejectedException.class, () -> reader.read(cut), percent + " %");
        }
    }

    @Test
    void animation_hasTheSizeOfItsCanvas() throws IOException {
        WebpReader header = new WebpReader(Cancellation.NEVER);
        header.setInput(input("animation-alpha"), true, true);

        assertEquals(63, header.getWidth(0));
        assertEquals(49, header.getHeight(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy-filter", "lossless"})
    void canceledWork_throws(String name) {
        WebpReader cancelled = new WebpReader(Cancellation.after(Duration.ZERO));
        cancelled.setInput(input(name), true, true);

        assertThrows(WorkCancelledException.class, () -> cancelled.read(0));
    }

    private static ImageInputStream input(String name) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(Photos.resource("/webp/" + name + ".webp")));
    }
}
