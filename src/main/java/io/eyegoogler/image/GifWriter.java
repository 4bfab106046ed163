package io.eyegoogler.image;

import io.eyegoogler.image.png.Patch;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes animations as GIF: one palette for all frames, dithering in the first, and of each other frame what changes.
 *
 * <p>What changes isn't dithered, so that nothing flickers, and takes its colour in the first frame again where it
 * comes back to that.
 */
final class GifWriter {

    /** Of a picture, px. GIFs of more are slow to load, and their 256 colours are all the more to be seen. */
    static final int LONGEST_SIDE = 800;

    /** Colours that are found most often where the picture moves are in the palette as they are: flat parts. */
    private static final int MOST_FLAT = 16;
    /** At least a share of one in so many of what moves. */
    private static final int FLAT_SHARE = 200;

    private final Animation animation;
    private final int width;
    /** The first frame, row by row. */
    private final int[] first;
    private final byte[] firstIndices;
    private final Palette palette;
    private final IndexColorModel colours;

    private GifWriter(Animation animation) {
        BufferedImage picture = animation.picture();
        this.animation = animation;
        this.width = picture.getWidth();
        this.first = pixels(picture, new Rectangle(width, picture.getHeight()));
        this.palette = palette(animation, first);
        this.firstIndices = ErrorDiffusion.indices(first, width, palette);
        this.colours = palette.colourModel();
    }

    /** Writes {@code animation}, which is opaque and no larger than {@link #LONGEST_SIDE}. */
    static void write(Animation animation, OutputStream file) throws IOException {
        new GifWriter(animation).write(file);
    }

    private static int[] pixels(BufferedImage picture, Rectangle at) {
        return Arrays.stream(picture.getRGB(at.x, at.y, at.width, at.height, null, 0, at.width))
                .map(rgb -> rgb & 0xffffff)
                .toArray();
    }

    private static Palette palette(Animation animation, int[] pixels) {
        Map<Integer, Long> moving = animation.places().stream()
                .flatMapToInt(place -> Arrays.stream(pixels(animation.picture(), place)))
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long least = moving.values().stream().mapToLong(Long::longValue).sum() / FLAT_SHARE;
        int[] flat = moving.entrySet().stream()
                .filter(colour -> colour.getValue() > least)
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FLAT)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        int[] others = MedianCut.colours(pixels, Palette.MOST - flat.length);
        return new Palette(flat, others);
    }

    private void write(OutputStream file) throws IOException {
        Movement movement = new Movement(animation);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(GifMetadata.stream(writer, palette));
            Rectangle whole = new Rectangle(width, first.length / width);
            writer.writeToSequence(frame(writer, whole, firstIndices, true), null);
            for (int i = 1; i < animation.frames(); i++) {
                Patch patch = movement.next(i);
                writer.writeToSequence(frame(writer, patch.bounds(), indices(patch), false), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private byte[] indices(Patch patch) {
        Rectangle at = patch.bounds();
        int[] now = pixels(animation.picture(), at);
        byte[] indices = new byte[now.length];
        for (int i = 0; i < now.length; i++) {
            int whole = (at.y + i / at.width) * width + at.x + i % at.width;
            int index = now[i] == first[whole] ? firstIndices[whole] : palette.nearest(now[i]);
            indices[i] = (byte) (patch.changed().get(i) ? index : palette.transparent());
        }
        return indices;
    }

    private IIOImage frame(ImageWriter writer, Rectangle at, byte[] indices, boolean begin) throws IOException {
        BufferedImage image = new BufferedImage(at.width, at.height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        image.getRaster().setDataElements(0, 0, at.width, at.height, indices);
        return new IIOImage(
                image, null, GifMetadata.frame(writer, image, at.getLocation(), animation.interval(), begin));
    }
}
