package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding that is canceled at any point throws {@link WorkCancelledException}, whatever a reader does with it. */
class DecodingCancellationTest {

    private static final int FEW = 20;

    private record Sample(String name, byte[] file) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        BufferedImage portrait = Photos.portrait();
        BufferedImage palette = Photos.as(BufferedImage.TYPE_BYTE_INDEXED, portrait);
        BufferedImage deep = ImageTypeSpecifier.createInterleaved(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        new int[] {0, 1, 2},
                        DataBuffer.TYPE_USHORT,
                        false,
                        false)
                .createBufferedImage(400, 300);
        byte[] jpeg = Photos.encode(portrait, "jpeg");
        return Stream.of(
                new Sample("jpeg", jpeg),
                new Sample("progressive", FileParts.progressive(portrait, "jpeg")),
                new Sample("turned", Exifs.inJpeg(jpeg, Exifs.tiff(6, ByteOrder.BIG_ENDIAN))),
                new Sample("gray", Photos.encode(Photos.as(BufferedImage.TYPE_BYTE_GRAY, portrait), "jpeg")),
                new Sample("png", Photos.PORTRAIT),
                new Sample("deep png", Photos.encode(deep, "png")),
                new Sample("palette png", Photos.encode(palette, "png")),
                new Sample("gif", Photos.encode(palette, "gif")),
                new Sample("bmp", Photos.encode(portrait, "bmp")),
                new Sample("tiff", Photos.encode(portrait, "tiff")),
                new Sample(
                        "premultiplied tiff",
                        Photos.encode(Photos.as(BufferedImage.TYPE_4BYTE_ABGR_PRE, portrait), "tiff")),
                new Sample("pnm", Photos.encode(portrait, "pnm")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decoding_canceledAtAnyCheck_throws(Sample sample) {
        PhotoFile photo = new PhotoReader(1_000_000).open(ByteBuffer.wrap(sample.file()), Cancellation.NEVER);
        AtomicInteger checks = new AtomicInteger();
        photo.decode(Cancellation.when(() -> checks.incrementAndGet() < 0));
        assertTrue(checks.get() >= FEW, checks + " checks");

        for (int i = 0; i < FEW; i++) {
            AtomicInteger left = new AtomicInteger(i * (checks.get() - 1) / (FEW - 1));
            WorkCancelledException cancelled = assertThrows(
                    WorkCancelledException.class,
                    () -> photo.decode(Cancellation.when(() -> left.getAndDecrement() <= 0)),
                    "after check " + left);
            assertEquals(Cancellation.Reason.ABANDONED, cancelled.reason());
        }
    }

    /** The exception passes through libjpeg's error exit. */
    @Test
    void jpeg_canceledAThousandTimes_isStillDecodedAfterwards() {
        byte[] file = Photos.encode(Photos.scaled(Photos.portrait(), 64, 64), "jpeg");
        PhotoReader reader = new PhotoReader(1_000_000);
        BufferedImage expected = reader.read(file);
        for (int i = 0; i < 1000; i++) {
            AtomicInteger left = new AtomicInteger(i % 8);
            PhotoFile photo = reader.open(ByteBuffer.wrap(file), Cancellation.NEVER);
            assertThrows(
                    WorkCancelledException.class,
                    () -> photo.decode(Cancellation.when(() -> left.getAndDecrement() <= 0)));
        }
        assertEquals(expected.getRGB(32, 32), reader.read(file).getRGB(32, 32));
    }
}
