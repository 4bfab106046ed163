package io.eyegoogler.image.moving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoFile;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.ComposedFrames;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import io.eyegoogler.testing.RandomFrames;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSequenceTest {

    private static final PhotoReader READER = new PhotoReader(1_000_000);

    private static AnimatedFile.Part part(BufferedImage pixels) {
        return new AnimatedFile.Part(pixels, 50);
    }

    private static BufferedImage cropped(int x) {
        return Photos.cropped(Photos.portrait(), x, 20, 60, 40);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void frameOfAnApng_isDecodedAsAPngOfItsOwn(int type) {
        List<BufferedImage> pictures = List.of(Photos.as(type, cropped(100)), Photos.as(type, cropped(140)));
        byte[] apng = AnimatedFile.apng(
                60, 40, pictures.stream().map(FrameSequenceTest::part).toList(), 0);
        List<BufferedImage> frames = ComposedFrames.images(ComposedFrames.open(apng));

        for (int i = 0; i < 2; i++) {
            BufferedImage still = READER.read(Photos.encode(pictures.get(i), "png"));
            Pixels.assertSame(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, still), frames.get(i));
        }
    }

    /** A gamma of 1, which makes the picture brighter. */
    private static byte[] gamma() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        AnimatedFile.pngChunk(
                chunk, "gAMA", ByteBuffer.allocate(4).putInt(100_000).array());
        return chunk.toByteArray();
    }

    private static byte[] pngExif(byte[] tiff) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        AnimatedFile.pngChunk(chunk, "eXIf", tiff);
        return chunk.toByteArray();
    }

    @Test
    void colorsOfAnApng_areConvertedInEveryFrame() {
        List<AnimatedFile.Part> parts = List.of(part(cropped(100)), part(cropped(140)));
        byte[] apng = AnimatedFile.apng(60, 40, parts, 0, 2, List.of(gamma()));
        List<BufferedImage> frames = ComposedFrames.images(ComposedFrames.open(apng));
        BufferedImage first = READER.read(apng);

        Pixels.assertSame(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, first), frames.get(0));
        assertNotEquals(cropped(140).getRGB(30, 20), frames.get(1).getRGB(30, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void framesAreTurned_asTheFirstOneIsAsAStill(int orientation) {
        List<AnimatedFile.Part> parts = new RandomFrames(7, 60, 40, true).parts(8);
        byte[] tiff = Exifs.tiff(orientation, ByteOrder.BIG_ENDIAN);
        byte[] apng = AnimatedFile.apng(60, 40, parts, 0, 8, List.of(pngExif(tiff)));
        byte[] webp = AnimatedFile.webp(60, 40, parts, 0, List.of(AnimatedFile.riffChunk("EXIF", tiff)));
        List<BufferedImage> upright = ComposedFrames.images(ComposedFrames.open(AnimatedFile.apng(60, 40, parts, 0)));
        List<BufferedImage> turned = ComposedFrames.images(ComposedFrames.open(apng));

        Pixels.assertSame(READER.read(apng), turned.get(0));
        Pixels.assertSame(
                READER.read(webp),
                ComposedFrames.images(ComposedFrames.open(webp)).get(0));
        for (int i = 0; i < upright.size(); i++) {
            // The pixels are the same ones, in another order.
            assertEquals(sum(upright.get(i)), sum(turned.get(i)));
            boolean sideways = orientation > 4;
            assertEquals(sideways ? 40 : 60, turned.get(i).getWidth());
            int corner = upright.get(i).getRGB(0, 0);
            int x = List.of(2, 3, 6, 7).contains(orientation) ? turned.get(i).getWidth() - 1 : 0;
            int y = List.of(3, 4, 7, 8).contains(orientation) ? turned.get(i).getHeight() - 1 : 0;
            assertEquals(corner, turned.get(i).getRGB(x, y), "Frame " + i);
        }
    }

    private static long sum(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .asLongStream()
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"0,10", "1,10", "2,2", "7,7"})
    void delaysOfAGif_areThoseThatBrowsersShow(int written, int shown) {
        BufferedImage dot = Photos.plain(2, 2, Color.RED);
        List<AnimatedFile.Part> parts = List.of(new AnimatedFile.Part(dot, written), new AnimatedFile.Part(dot, 5));
        FrameSequence frames = ComposedFrames.open(AnimatedFile.gif(2, 2, parts, 0));

        assertEquals(shown / 100.0, frames.delays().get(0).seconds());
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "0,0", "1,2", "65535,65536"})
    void loopOfAGif_isOnceMoreThanItsRepetitions(int written, int plays) {
        List<AnimatedFile.Part> parts =
                List.of(part(Photos.plain(2, 2, Color.RED)), part(Photos.plain(2, 2, Color.RED)));

        assertEquals(
                plays,
                ComposedFrames.open(AnimatedFile.gif(2, 2, parts, written)).plays());
    }

    @Test
    void fileThatEndsBetweenFrames_hasThoseBefore() {
        List<AnimatedFile.Part> parts =
                List.of(part(Photos.plain(2, 2, Color.RED)), part(Photos.plain(2, 2, Color.BLUE)));
        byte[] gif = AnimatedFile.gif(2, 2, parts, 0);
        byte[] cut = Arrays.copyOf(gif, gif.length - 1);

        assertEquals(2, ComposedFrames.open(cut).delays().size());
        assertThrows(
                PhotoRejectedException.Unreadable.class, () -> ComposedFrames.open(Arrays.copyOf(gif, gif.length - 3)));
    }

    @Test
    void frames_countAtLeastThreeTenthsOfAMegapixel() {
        List<AnimatedFile.Part> parts = Collections.nCopies(6, part(Photos.plain(2, 2, Color.RED)));
        byte[] gif = AnimatedFile.gif(2, 2, parts, 0);
        var file = READER.open(ByteBuffer.wrap(gif), Cancellation.NEVER);

        assertTrue(file.frames(1_800_000, Cancellation.NEVER).isPresent());
        assertThrows(PhotoRejectedException.TooManyFrames.class, () -> file.frames(1_799_999, Cancellation.NEVER));
    }

    @Test
    void frameFarBeyondTheCanvasOfAGif_isRejectedWithItsOwnSize() {
        List<AnimatedFile.Part> parts =
                List.of(part(Photos.plain(2, 2, Color.RED)), part(Photos.plain(1100, 1000, Color.RED)));
        ByteBuffer gif = ByteBuffer.wrap(AnimatedFile.gif(10, 10, parts, 0));
        MemorySize small = new MemorySize(32 << 20, 32 << 20);
        PhotoFile file = new PhotoReader(1_000_000, small, HeifSupport.OFF).open(gif, Cancellation.NEVER);
        String memory = assertThrows(
                        PhotoRejectedException.TooCostly.class, () -> file.frames(10_000_000, Cancellation.NEVER))
                .getMessage();
        String pixels = assertThrows(
                        PhotoRejectedException.TooManyFrames.class, () -> file.frames(1_000_000, Cancellation.NEVER))
                .getMessage();

        assertTrue(memory.contains("a frame of 1100 × 1000 pixels"), memory);
        assertTrue(pixels.contains("frames of 1100 × 1000 pixels"), pixels);
    }

    @Test
    void defaultImageThatIsNoFrame_isSkipped() {
        List<AnimatedFile.Part> parts = List.of(part(cropped(100)), part(cropped(140)), part(cropped(180)));
        byte[] apng = AnimatedFile.apng(60, 40, parts, 0);
        // Without the first frame's control chunk, the first image isn't part of the animation.
        int control = new String(apng, StandardCharsets.ISO_8859_1).indexOf("fcTL");
        apng[control] = 'g';
        List<BufferedImage> frames = ComposedFrames.images(ComposedFrames.open(apng));

        assertEquals(2, frames.size());
        Pixels.assertSame(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, cropped(140)), frames.get(0));
    }
}
