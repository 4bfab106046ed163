package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/**
 * Computes red, green and blue from luma and from chroma of half the width and height, as libwebp does: each pixel has
 * 9/16 of the nearest chroma sample, 3/16 of the two beside it, and 1/16 of the fourth.
 */
final class ChromaUpsampler {

    private final byte[] luma;
    private final byte[] u;
    private final byte[] v;
    private final YuvFrame planes;
    private final FrameCanvas canvas;
    private final byte[] target;
    private final int pixelStride;
    private final int width;
    private final Cancellation cancellation;

    ChromaUpsampler(YuvFrame planes, FrameCanvas canvas, Cancellation cancellation) {
        this.planes = planes;
        this.canvas = canvas;
        this.cancellation = cancellation;
        luma = planes.y().samples;
        u = planes.u().samples;
        v = planes.v().samples;
        target = canvas.samples();
        pixelStride = canvas.pixelStride();
        width = canvas.width();
    }

    /** Sets the colors of all pixels. The rows of chroma lie between those of luma: above the first one are none. */
    void convert() {
        for (int y = 0; y < canvas.height(); y++) {
            if (y % 16 == 0) {
                cancellation.check();
            }
            int near = y / 2;
            int far = y % 2 == 0 ? near - 1 : near + 1;
            int last = (canvas.height() - 1) / 2;
            row(y, near, Math.max(0, Math.min(last, far)));
        }
    }

    private void row(int y, int nearRow, int farRow) {
        int near = planes.u().at(0, nearRow);
        int far = planes.u().at(0, farRow);
        int from = planes.y().at(0, y);
        int to = canvas.blueOfRow(y);
        int nearLeft = chroma(near);
        int farLeft = chroma(far);
        put(from, edge(nearLeft, farLeft), to);
        int pairs = (width - 1) / 2;
        for (int i = 1; i <= pairs; i++) {
            int nearRight = chroma(near + i);
            int farRight = chroma(far + i);
            int sum = nearLeft + nearRight + farLeft + farRight + 0x0008_0008;
            int left = (sum + 2 * (nearRight + farLeft) >>> 3 & 0x1fff_1fff) + nearLeft;
            int right = (sum + 2 * (nearLeft + farRight) >>> 3 & 0x1fff_1fff) + nearRight;
            put(from + 2 * i - 1, left >>> 1 & 0x00ff_00ff, to + (2 * i - 1) * pixelStride);
            put(from + 2 * i, right >>> 1 & 0x00ff_00ff, to + 2 * i * pixelStride);
            nearLeft = nearRight;
            farLeft = farRight;
        }
        if (width % 2 == 0) {
            put(from + width - 1, edge(nearLeft, farLeft), to + (width - 1) * pixelStride);
        }
    }

    /** Where there is no column beside. */
    private static int edge(int near, int far) {
        return 3 * near + far + 0x0002_0002 >>> 2 & 0x00ff_00ff;
    }

    /** Both chromas of a place: V above, U below. */
    private int chroma(int at) {
        return (v[at] & 0xff) << 16 | u[at] & 0xff;
    }

    /** ITU-R BT.601 with luma from 16 to 235, in 14 bits. */
    private void put(int from, int chroma, int to) {
        int y = (luma[from] & 0xff) * 19_077 >> 8;
        int cb = chroma & 0xff;
        int cr = chroma >> 16;
        target[to] = color(y + (cb * 33_050 >> 8) - 17_685);
        target[to + 1] = color(y - (cb * 6_419 >> 8) - (cr * 13_320 >> 8) + 8_708);
        target[to + 2] = color(y + (cr * 26_149 >> 8) - 14_234);
    }

    private static byte color(int value) {
        return InverseTransform.clamp(value >> 6);
    }
}
