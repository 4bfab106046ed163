package io.eyegoogler.image;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.RenderedImage;
import java.io.IOException;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.NodeList;

/** Creates the metadata of a GIF in ImageIO's format (javax.imageio.metadata, "GIF Metadata"). */
final class GifMetadata {

    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    /** GIF's unit of time, ms. */
    private static final int DELAY_UNIT = 10;
    /** Sub-block 1 of NETSCAPE2.0 with the number of repetitions, 0 for an endless loop. */
    private static final byte[] LOOP_FOREVER = {1, 0, 0};

    private GifMetadata() {}

    /** Creates the metadata of the file: the palette of all frames. */
    static IIOMetadata stream(ImageWriter writer, GifPalette palette) throws IOException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(STREAM);
        remove(root, "GlobalColorTable");
        IIOMetadataNode table = child(root, "GlobalColorTable");
        set(table, "sizeOfGlobalColorTable", GifPalette.MAX_COLORS + 1, "backgroundColorIndex", 0, "sortFlag", "FALSE");
        for (int i = 0; i <= GifPalette.MAX_COLORS; i++) {
            Color color = new Color(i < palette.transparent() ? palette.rgb(i) : 0);
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            set(entry, "index", i, "red", color.getRed(), "green", color.getGreen(), "blue", color.getBlue());
            table.appendChild(entry);
        }
        metadata.setFromTree(STREAM, root);
        return metadata;
    }

    /**
     * Creates the metadata of a frame, which is drawn over the previous one.
     *
     * @param position of its upper left corner in the picture, px
     * @param interval how long the frame is shown, ms
     * @param loop whether to add that the frames loop forever, which belongs to the first
     */
    static IIOMetadata frame(ImageWriter writer, RenderedImage frame, Point position, int interval, boolean loop)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(IMAGE);
        remove(root, "LocalColorTable");
        set(child(root, "ImageDescriptor"), "imageLeftPosition", position.x, "imageTopPosition", position.y);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        set(control, "disposalMethod", "doNotDispose", "delayTime", interval / DELAY_UNIT);
        if (loop) {
            IIOMetadataNode netscape = new IIOMetadataNode("ApplicationExtension");
            set(netscape, "applicationID", "NETSCAPE", "authenticationCode", "2.0");
            netscape.setUserObject(LOOP_FOREVER);
            child(root, "ApplicationExtensions").appendChild(netscape);
        }
        metadata.setFromTree(IMAGE, root);
        return metadata;
    }

    /** Sets attributes, given as names and values in turn. */
    private static void set(IIOMetadataNode node, Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
    }

    private static void remove(IIOMetadataNode root, String name) {
        NodeList found = root.getElementsByTagName(name);
        if (found.getLength() > 0) {
            root.removeChild(found.item(0));
        }
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        IIOMetadataNode child =
                (IIOMetadataNode) root.getElementsByTagName(name).item(0);
        if (child == null) {
            child = new IIOMetadataNode(name);
            root.appendChild(child);
        }
        return child;
    }
}
