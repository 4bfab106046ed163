package io.eyegoogler.bench.fuzz;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.image.Animation;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.RandomFrames;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Creates a small portrait in many variants of the common formats that are read. */
final class SampleImages {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 80;
    private static final BufferedImage PORTRAIT =
            Photos.scaled(Photos.cropped(Photos.portrait(), 120, 5, 192, 160), WIDTH, HEIGHT);
    private static final String[] TIFF_COMPRESSIONS = {"LZW", "JPEG", "ZLib", "PackBits", "Deflate"};
    private static final String[] FAX_COMPRESSIONS = {"CCITT RLE", "CCITT T.4", "CCITT T.6"};

    private final List<SourceFile> files = new ArrayList<>();

    private SampleImages() {}

    static List<SourceFile> all() {
        SampleImages made = new SampleImages();
        made.addJpegs();
        made.addPngs();
        made.addTiffs();
        made.addBmps();
        made.addPnms();
        for (String variant : List.of("lossy", "lossless", "alpha", "animated")) {
            made.add("webp", variant, Photos.resource("/pictures/" + variant + ".webp"));
        }
        if (HeifSupport.installed().heic()) {
            for (String variant : List.of("odd", "alpha", "deep")) {
                made.add("heic", variant, Photos.resource("/heif/" + variant + ".heic"));
            }
        }
        made.add("gif", "still", Photos.encode(indexed(8), "gif"));
        made.addAnimations();
        return made.files;
    }

    private void add(String format, String variant, byte[] file) {
        files.add(new SourceFile(format + "/" + variant, format, file));
    }

    private void addJpegs() {
        byte[] baseline = Photos.encode(PORTRAIT, "jpeg");
        add("jpeg", "baseline", baseline);
        add("jpeg", "turned", Exifs.inJpeg(baseline, Exifs.tiff(6, ByteOrder.LITTLE_ENDIAN)));
        add("jpeg", "progressive", FileParts.progressive(PORTRAIT, "jpeg"));
        add("jpeg", "gray", Photos.encode(Photos.as(TYPE_BYTE_GRAY, PORTRAIT), "jpeg"));
        add("jpeg", "progressive-gray", FileParts.progressive(Photos.as(TYPE_BYTE_GRAY, PORTRAIT), "jpeg"));
        add("jpeg", "cmyk", written("jpeg", new IIOImage(cmyk(), null, null), param -> {}));
    }

    private static Raster cmyk() {
        WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = PORTRAIT.getRGB(x, y);
                raster.setPixel(x, y, new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 0xff});
            }
        }
        return raster;
    }

    /** Returns the portrait with a palette of grays. */
    private static BufferedImage indexed(int bits) {
        byte[] levels = new byte[1 << bits];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (i * 255 / (levels.length - 1));
        }
        IndexColorModel palette = new IndexColorModel(bits, levels.length, levels, levels, levels);
        BufferedImage image =
                new BufferedImage(WIDTH, HEIGHT, bits == Byte.SIZE ? TYPE_BYTE_INDEXED : TYPE_BYTE_BINARY, palette);
        image.createGraphics().drawImage(PORTRAIT, 0, 0, null);
        return image;
    }

    private void addPngs() {
        for (int bits : new int[] {1, 2, 4, 8}) {
            add("png", "palette-" + bits, Photos.encode(indexed(bits), "png"));
        }
        for (int type : new int[] {TYPE_BYTE_GRAY, TYPE_USHORT_GRAY, TYPE_3BYTE_BGR, TYPE_4BYTE_ABGR}) {
            BufferedImage image = Photos.as(type, PORTRAIT);
            add("png", "type-" + type, Photos.encode(image, "png"));
            add("png", "interlaced-" + type, FileParts.progressive(image, "png"));
        }
    }

    private void addTiffs() {
        for (int type : new int[] {TYPE_BYTE_GRAY, TYPE_USHORT_GRAY, TYPE_3BYTE_BGR, TYPE_4BYTE_ABGR}) {
            add("tiff", "type-" + type, Photos.encode(Photos.as(type, PORTRAIT), "tiff"));
        }
        add("tiff", "palette-4", Photos.encode(indexed(4), "tiff"));
        for (String compression : TIFF_COMPRESSIONS) {
            add("tiff", compression, written("tiff", PORTRAIT, param -> compress(param, compression)));
        }
        for (String compression : FAX_COMPRESSIONS) {
            add("tiff", compression, written("tiff", indexed(1), param -> compress(param, compression)));
        }
        add("tiff", "tiled", written("tiff", PORTRAIT, param -> {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(32, 32, 0, 0);
        }));
    }

    private static void compress(ImageWriteParam param, String compression) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
    }

    private void addBmps() {
        add("bmp", "24", Photos.encode(PORTRAIT, "bmp"));
        for (int bits : new int[] {1, 4, 8}) {
            add("bmp", Integer.toString(bits), Photos.encode(indexed(bits), "bmp"));
        }
        add("bmp", "rle-4", written("bmp", indexed(4), param -> compress(param, "BI_RLE4")));
        add("bmp", "rle-8", written("bmp", indexed(8), param -> compress(param, "BI_RLE8")));
    }

    private void addPnms() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        byte[] gray = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < gray.length; i++) {
            int pixel = PORTRAIT.getRGB(i % WIDTH, i / WIDTH);
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = gray[i] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        add("pnm", "p6", pnm("P6\n# a comment\n" + WIDTH + " " + HEIGHT + "\n255\n", rgb));
        add("pnm", "p5", pnm("P5 " + WIDTH + " " + HEIGHT + " 255\n", gray));
        add("pnm", "p5-16", pnm("P5 " + WIDTH / 2 + " " + HEIGHT + " 65535\n", gray));
        add("pnm", "p4", pnm("P4 " + WIDTH + " " + HEIGHT + "\n", gray));
        add("pnm", "p3", pnm("P3 24 20 255\n" + numbers(rgb, 24 * 20 * 3, 0xff), new byte[0]));
        add("pnm", "p2", pnm("P2 24 20 255\n" + numbers(gray, 24 * 20, 0xff), new byte[0]));
        add("pnm", "p1", pnm("P1 24 20\n" + numbers(gray, 24 * 20, 1), new byte[0]));
    }

    private static byte[] pnm(String header, byte[] samples) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(samples);
        return file.toByteArray();
    }

    private static String numbers(byte[] samples, int count, int mask) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(samples[i] & mask).append(i % 16 == 15 ? '\n' : ' ');
        }
        return text.toString();
    }

    /** Adds animations of a square that moves across the portrait. */
    private void addAnimations() {
        for (OutputFormat format : List.of(OutputFormat.GIF, OutputFormat.APNG)) {
            BufferedImage image = Photos.cropped(PORTRAIT, 0, 0, WIDTH, HEIGHT);
            Graphics2D graphics = image.createGraphics();
            Animation animation = Animation.of(
                    image,
                    List.of(new Rectangle(WIDTH, HEIGHT)),
                    4,
                    100,
                    frame -> graphics.fillRect(20 * frame, 15 * frame, 12, 12));
            add(
                    format == OutputFormat.GIF ? "gif" : "png",
                    "animated",
                    PhotoWriter.write(animation, format, Cancellation.NEVER));
            graphics.dispose();
        }
        List<AnimatedFile.Part> parts = new RandomFrames(1, WIDTH, HEIGHT, false).parts(6);
        parts.set(0, new AnimatedFile.Part(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, posterized()), 40));
        add("gif", "moving", AnimatedFile.gif(WIDTH, HEIGHT, parts, 0));
        add("png", "moving", AnimatedFile.apng(WIDTH, HEIGHT, parts, 2));
        add("webp", "moving", AnimatedFile.webp(WIDTH, HEIGHT, parts, 0));
    }

    /** The portrait in so few colors that a GIF can have it. */
    private static BufferedImage posterized() {
        BufferedImage image = Photos.as(BufferedImage.TYPE_3BYTE_BGR, PORTRAIT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, image.getRGB(i % WIDTH, i / WIDTH) & 0xffc0c0c0);
        }
        return image;
    }

    private static byte[] written(String format, BufferedImage image, Consumer<ImageWriteParam> settings) {
        return written(format, new IIOImage(image, null, null), settings);
    }

    /** Writes an image by the first writer that supports the settings. */
    private static byte[] written(String format, IIOImage image, Consumer<ImageWriteParam> settings) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                settings.accept(param);
                writer.setOutput(output);
                writer.write(null, image, param);
            } catch (UnsupportedOperationException | IllegalArgumentException another) {
                continue;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } finally {
                writer.dispose();
            }
            return file.toByteArray();
        }
        throw new IllegalStateException("No writer of this variant of " + format);
    }
}
