package io.eyegoogler.cli.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A frame of a video.
 *
 * @param image of {@code TYPE_3BYTE_BGR}
 * @param ticks when it is shown, in the time base of the video
 */
record VideoFrame(BufferedImage image, long ticks) {

    static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
