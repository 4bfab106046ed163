package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Photos;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngWriterTest {
    private static final String METADATA = "javax_imageio_png_1.0";
    /** Where IHDR says whether the picture is interlaced, from the start of the file. */
    private static final int INTERLACE_AT = 28;

    private final BufferedImage image = Pictures.photo(320, 240, 19);
    private final PngWriterSpi spi = new PngWriterSpi();
    private final ImageWriter writer = spi.createWriterInstance(null);

    @Test
    void onTheClassPath_changesNoProgramsPngs() throws IOException {
        assertArrayEquals(Jdk.encode(image), imageIoWrite(image));
        List<ImageWriterSpi> found = new ArrayList<>();
        ServiceLoader.load(ImageWriterSpi.class).forEach(found::add);
        assertFalse(found.isEmpty());
        found.forEach(each -> assertFalse(each instanceof PngWriterSpi));
    }

    @Test
    void registered_writesWhatItSupportsAndLeavesTheRestToTheJdk() throws IOException {
        BufferedImage gray = Photos.as(BufferedImage.TYPE_BYTE_GRAY, image);
        PngWriterSpi.register();
        try {
            assertArrayEquals(encoded(image), imageIoWrite(image));
            assertArrayEquals(Jdk.encode(gray), imageIoWrite(gray));
            assertInstanceOf(
                    PngWriter.class,
                    ImageIO.getImageWritersByMIMEType("image/png").next());
            assertInstanceOf(
                    PngWriter.class, ImageIO.getImageWritersBySuffix("png").next());
        } finally {
            IIORegistry registry = IIORegistry.getDefaultInstance();
            registry.deregisterServiceProvider(registry.getServiceProviderByClass(PngWriterSpi.class));
        }
        assertArrayEquals(Jdk.encode(image), imageIoWrite(image));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_INT_ARGB_PRE
            })
    void spi_ofTypesTheEncoderRefuses_saysSo(int type) {
        assertFalse(spi.canEncodeImage(new BufferedImage(2, 2, type)));
        assertTrue(spi.canEncodeImage(image));
    }

    @Test
    void spi_hasTheJdksMetadataFormat() {
        assertEquals(METADATA, spi.getNativeImageMetadataFormatName());
        assertNotNull(spi.getImageMetadataFormat(METADATA));
    }

    @Test
    void outputStream_getsWhatAnImageOutputStreamGets() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY}) {
            BufferedImage typed = Photos.as(type, image);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.setOutput(bytes);
            writer.write(typed);

            assertArrayEquals(write(new IIOImage(typed, null, null), null), bytes.toByteArray());
        }
    }

    @Test
    void imagesTheEncoderRefuses_areWrittenAsTheJdkDoes() throws IOException {
        for (int type : new int[] {
            BufferedImage.TYPE_INT_ARGB_PRE,
            BufferedImage.TYPE_4BYTE_ABGR_PRE,
            BufferedImage.TYPE_USHORT_565_RGB,
            BufferedImage.TYPE_USHORT_555_RGB,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            BufferedImage other = Photos.as(type, image);

            assertArrayEquals(Jdk.encode(other), write(new IIOImage(other, null, null), null));
        }
    }

    @Test
    void interlace_isKept() throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        byte[] png = write(new IIOImage(image, null, null), param);

        assertEquals(1, png[INTERLACE_AT]);
        assertEquals(0, encoded(image)[INTERLACE_AT]);
    }

    @Test
    void region_isKept() throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setSourceRegion(new Rectangle(10, 20, 100, 60));
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(write(new IIOImage(image, null, null), param)));

        assertEquals(100, back.getWidth());
        assertEquals(60, back.getHeight());
        assertEquals(image.getRGB(11, 22), back.getRGB(1, 2));
    }

    @Test
    void subsampling_isKept() throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setSourceSubsampling(2, 3, 0, 0);
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(write(new IIOImage(image, null, null), param)));

        assertEquals(160, back.getWidth());
        assertEquals(80, back.getHeight());
        assertEquals(image.getRGB(2, 6), back.getRGB(1, 2));
    }

    @Test
    void quality_isKept() throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(1);

        assertTrue(write(new IIOImage(image, null, null), param).length > 320 * 240 * 3, "quality 1 is uncompressed");
    }

    @Test
    void metadata_areKept() throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", "Title");
        entry.setAttribute("value", "Googly eyes");
        IIOMetadataNode text = new IIOMetadataNode("tEXt");
        text.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(text);
        metadata.mergeTree(METADATA, root);
        byte[] png = write(new IIOImage(image, null, metadata), null);

        assertTrue(new String(png, StandardCharsets.ISO_8859_1).contains("tEXtTitle\0Googly eyes"));
    }

    @Test
    void output_isLetGoStripByStrip() throws IOException {
        BufferedImage large = largeNoise(20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes);
        List<Integer> sizes = new ArrayList<>();
        writer.addIIOWriteProgressListener(new Listener(new ArrayList<>(), progress -> sizes.add(bytes.size())));
        writer.setOutput(stream);
        writer.write(large);

        assertTrue(sizes.size() > 10, sizes + "");
        for (int i = 0; i < sizes.size(); i++) {
            assertTrue(sizes.get(i) > 500_000 * i, "after strip " + i + ": " + sizes.get(i));
        }
    }

    @Test
    void listeners_hearOnceOfTheStartAndTheEnd() throws IOException {
        List<String> events = new ArrayList<>();
        writer.addIIOWriteProgressListener(new Listener(events, progress -> {}));
        for (int type : new int[] {
            BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_INT_ARGB_PRE
        }) {
            events.clear();
            write(new IIOImage(new BufferedImage(30, 20, type), null, null), null);

            assertEquals(List.of("started", "complete"), events);
        }
    }

    @Test
    void abort_endsEarly() throws IOException {
        BufferedImage large = largeNoise(21);
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB_PRE}) {
            BufferedImage typed = new BufferedImage(1024, 2000, type);
            typed.createGraphics().drawImage(large, 0, 0, null);
            List<String> events = new ArrayList<>();
            writer.addIIOWriteProgressListener(new Listener(events, progress -> writer.abort()));
            byte[] part = write(new IIOImage(typed, null, null), null);
            writer.removeAllIIOWriteProgressListeners();

            assertEquals(List.of("started", "aborted"), events);
            assertTrue(part.length < 2_000_000, "bytes written: " + part.length);
        }
    }

    @Test
    void wrongCalls_areRefused() {
        assertThrows(IllegalStateException.class, () -> writer.write(image));
        assertThrows(IllegalArgumentException.class, () -> writer.setOutput(new StringBuilder()));
        assertThrows(IllegalArgumentException.class, () -> write(null, null));
        assertThrows(
                UnsupportedOperationException.class, () -> write(new IIOImage(image.getRaster(), null, null), null));
    }

    @Test
    void failingStream_failsTheWrite() {
        MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void write(byte[] bytes, int at, int length) throws IOException {
                throw new IOException("disk full");
            }
        };
        writer.setOutput(stream);
        IOException thrown = assertThrows(IOException.class, () -> writer.write(image));

        assertEquals("disk full", thrown.getMessage());
    }

    private static BufferedImage largeNoise(int seed) {
        return Pictures.noise(new BufferedImage(1024, 2000, BufferedImage.TYPE_3BYTE_BGR), new Random(seed));
    }

    private static byte[] imageIoWrite(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "png", bytes));
        return bytes.toByteArray();
    }

    private byte[] write(IIOImage request, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, request, param);
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngEncoder.encode(image, bytes, ThreadAllowance.NONE);
        return bytes.toByteArray();
    }

    private record Listener(List<String> events, Consumer<Float> onProgress) implements IIOWriteProgressListener {
        @Override
        public void imageStarted(ImageWriter source, int imageIndex) {
            events.add("started");
        }

        @Override
        public void imageProgress(ImageWriter source, float percentageDone) {
            onProgress.accept(percentageDone);
        }

        @Override
        public void imageComplete(ImageWriter source) {
            events.add("complete");
        }

        @Override
        public void writeAborted(ImageWriter source) {
            events.add("aborted");
        }

        @Override
        public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageWriter source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageWriter source) {}
    }
}
