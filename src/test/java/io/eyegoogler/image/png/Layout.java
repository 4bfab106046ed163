package io.eyegoogler.image.png;

import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Random;

/** Every way to lay pixels out that the encoder takes. */
enum Layout {
    BGR,
    ABGR,
    INT_RGB,
    INT_BGR,
    INT_ARGB,
    GRAY,
    GRAY_16,
    GRAY_ALPHA,
    GRAY_ALPHA_16,
    RGB,
    RGBA,
    RGB_16,
    RGBA_16,
    BANDED,
    PALETTE_1,
    PALETTE_2,
    PALETTE_4,
    PALETTE_8,
    PALETTE_8_OF_100,
    PALETTE_TRANSLUCENT;

    BufferedImage create(int width, int height) {
        return switch (this) {
            case BGR -> new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            case ABGR -> new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
            case INT_RGB -> new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            case INT_BGR -> new BufferedImage(width, height, BufferedImage.TYPE_INT_BGR);
            case INT_ARGB -> new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            case GRAY -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            case GRAY_16 -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
            case GRAY_ALPHA -> components(width, height, ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE);
            case GRAY_ALPHA_16 -> components(width, height, ColorSpace.CS_GRAY, true, DataBuffer.TYPE_USHORT);
            case RGB -> components(width, height, ColorSpace.CS_sRGB, false, DataBuffer.TYPE_BYTE);
            case RGBA -> components(width, height, ColorSpace.CS_sRGB, true, DataBuffer.TYPE_BYTE);
            case RGB_16 -> components(width, height, ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT);
            case RGBA_16 -> components(width, height, ColorSpace.CS_sRGB, true, DataBuffer.TYPE_USHORT);
            case BANDED -> banded(width, height);
            case PALETTE_1 -> palette(width, height, 1, 2, false);
            case PALETTE_2 -> palette(width, height, 2, 4, false);
            case PALETTE_4 -> palette(width, height, 4, 16, true);
            case PALETTE_8 -> palette(width, height, 8, 256, false);
            case PALETTE_8_OF_100 -> palette(width, height, 8, 100, false);
            case PALETTE_TRANSLUCENT -> palette(width, height, 8, 256, true);
        };
    }

    private static ColorModel components(int space, boolean alpha, int type) {
        return new ComponentColorModel(
                ColorSpace.getInstance(space),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
    }

    private static BufferedImage components(int width, int height, int space, boolean alpha, int type) {
        ColorModel colors = components(space, alpha, type);
        return new BufferedImage(colors, colors.createCompatibleWritableRaster(width, height), false, null);
    }

    private static BufferedImage banded(int width, int height) {
        SampleModel planes = new BandedSampleModel(DataBuffer.TYPE_BYTE, width, height, 3);
        WritableRaster raster = Raster.createWritableRaster(planes, null);
        return new BufferedImage(components(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_BYTE), raster, false, null);
    }

    private static BufferedImage palette(int width, int height, int bits, int size, boolean alpha) {
        byte[][] colors = new byte[4][size];
        Random random = new Random(size);
        for (byte[] band : colors) {
            random.nextBytes(band);
        }
        // The last colours are opaque, and need not be said to be.
        Arrays.fill(colors[3], size / 2, size, (byte) 0xff);
        IndexColorModel palette = alpha
                ? new IndexColorModel(bits, size, colors[0], colors[1], colors[2], colors[3])
                : new IndexColorModel(bits, size, colors[0], colors[1], colors[2]);
        int type = bits < Byte.SIZE ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED;
        return new BufferedImage(width, height, type, palette);
    }

    /** A drawing in this layout; a palette's indices are steps of its green, so that areas and slopes stay such. */
    BufferedImage copy(BufferedImage drawing) {
        BufferedImage image = create(drawing.getWidth(), drawing.getHeight());
        if (image.getColorModel() instanceof IndexColorModel palette) {
            int shift = Byte.SIZE - palette.getPixelSize();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int green = drawing.getRGB(x, y) >> Byte.SIZE & 0xff;
                    image.getRaster().setSample(x, y, 0, (green >> shift) % palette.getMapSize());
                }
            }
        } else {
            Graphics2D g = image.createGraphics();
            g.drawImage(drawing, 0, 0, null);
            g.dispose();
        }
        return image;
    }

    /** Most colours that indices may stand for. */
    static void keepWithinPalette(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            WritableRaster raster = image.getRaster();
            int[] indices = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
            for (int i = 0; i < indices.length; i++) {
                indices[i] %= palette.getMapSize();
            }
            raster.setPixels(0, 0, image.getWidth(), image.getHeight(), indices);
        }
    }
}
