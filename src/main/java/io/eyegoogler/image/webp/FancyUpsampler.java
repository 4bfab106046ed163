package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Upsamples chroma and converts YUV to RGB as libwebp does: each pixel's chroma is 9/16 of the nearest sample, 3/16 of
 * each of the two next to it, and 1/16 of the one diagonal to it.
 */
final class FancyUpsampler {

    private final byte[] luma;
    private final byte[] u;
    private final byte[] v;
    private final YuvFrame frame;
    private final FrameCanvas canvas;
    private final byte[] target;
    private final int pixelStride;
    private final int width;
    private final Cancellation cancellation;

    FancyUpsampler(YuvFrame frame, FrameCanvas canvas, Cancellation cancellation) {
        this.frame = frame;
        this.canvas = canvas;
        this.cancellation = cancellation;
        luma = frame.y().samples;
        u = frame.u().samples;
        v = frame.v().samples;
        target = canvas.samples();
        pixelStride = canvas.pixelStride();
        width = canvas.width();
    }

    /**
     * Sets the colors of all pixels. Rows of chroma lie between those of luma, so the first and the last row have one
     * neighbor.
     */
    void convert() {
        for (int y = 0; y < canvas.height(); y++) {
            if (y % 16 == 0) {
                cancellation.check();
            }
            int near = y / 2;
            int far = y % 2 == 0 ? near - 1 : near + 1;
            int last = (canvas.height() - 1) / 2;
            convertRow(y, near, Math.max(0, Math.min(last, far)));
        }
    }

    private void convertRow(int y, int nearRow, int farRow) {
        int near = frame.u().at(0, nearRow);
        int far = frame.u().at(0, farRow);
        int from = frame.y().at(0, y);
        int to = canvas.rowStart(y);
        int nearLeft = chroma(near);
        int farLeft = chroma(far);
        setPixel(from, edge(nearLeft, farLeft), to);
        int pairs = (width - 1) / 2;
        for (int i = 1; i <= pairs; i++) {
            int nearRight = chroma(near + i);
            int farRight = chroma(far + i);
            int sum = nearLeft + nearRight + farLeft + farRight + 0x0008_0008;
            int left = (sum + 2 * (nearRight + farLeft) >>> 3 & 0x1fff_1fff) + nearLeft;
            int right = (sum + 2 * (nearLeft + farRight) >>> 3 & 0x1fff_1fff) + nearRight;
            setPixel(from + 2 * i - 1, left >>> 1 & 0x00ff_00ff, to + (2 * i - 1) * pixelStride);
            setPixel(from + 2 * i, right >>> 1 & 0x00ff_00ff, to + 2 * i * pixelStride);
            nearLeft = nearRight;
            farLeft = farRight;
        }
        if (width % 2 == 0) {
            setPixel(from + width - 1, edge(nearLeft, farLeft), to + (width - 1) * pixelStride);
        }
    }

    /** Interpolates at the left or right edge, where there is only one column of chroma. */
    private static int edge(int near, int far) {
        return 3 * near + far + 0x0002_0002 >>> 2 & 0x00ff_00ff;
    }

    /** Returns both chroma samples at an offset: V in the upper half, U in the lower. */
    private int chroma(int at) {
        return (v[at] & 0xff) << 16 | u[at] & 0xff;
    }

    /** Converts a pixel by ITU-R BT.601 with luma from 16 to 235, in 14-bit fixed point. */
    private void setPixel(int from, int chroma, int to) {
        int y = (luma[from] & 0xff) * 19_077 >> 8;
        int cb = chroma & 0xff;
        int cr = chroma >> 16;
        target[to] = descale(y + (cb * 33_050 >> 8) - 17_685);
        target[to + 1] = descale(y - (cb * 6_419 >> 8) - (cr * 13_320 >> 8) + 8_708);
        target[to + 2] = descale(y + (cr * 26_149 >> 8) - 14_234);
    }

    private static byte descale(int value) {
        return InverseTransform.clamp(value >> 6);
    }
}
