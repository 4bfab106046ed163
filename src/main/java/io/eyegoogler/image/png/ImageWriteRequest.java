package io.eyegoogler.image.png;

import java.awt.image.BufferedImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;

/** What a caller of ImageIO asks for, beside the pixels. */
final class ImageWriteRequest {
    private ImageWriteRequest() {}

    /** Whether the whole image and nothing else is to be written, in whatever way the writer likes. */
    static boolean isPlain(IIOImage image, ImageWriteParam param) {
        return !image.hasRaster()
                && image.getRenderedImage() instanceof BufferedImage
                && image.getMetadata() == null
                && image.getNumThumbnails() == 0
                && (param == null || takesWhole(param) && !asksForInterlace(param) && !asksForCompression(param));
    }

    private static boolean takesWhole(ImageWriteParam param) {
        return param.getSourceRegion() == null
                && param.getSourceBands() == null
                && param.getSourceXSubsampling() == 1
                && param.getSourceYSubsampling() == 1
                && param.getSubsamplingXOffset() == 0
                && param.getSubsamplingYOffset() == 0
                && param.getDestinationType() == null;
    }

    /** By default a PNG is interlaced only if its metadata say so, and metadata are none of ours. */
    private static boolean asksForInterlace(ImageWriteParam param) {
        return param.canWriteProgressive() && param.getProgressiveMode() == ImageWriteParam.MODE_DEFAULT;
    }

    private static boolean asksForCompression(ImageWriteParam param) {
        return param.canWriteCompressed()
                && (param.getCompressionMode() == ImageWriteParam.MODE_EXPLICIT
                        || param.getCompressionMode() == ImageWriteParam.MODE_DISABLED);
    }
}
