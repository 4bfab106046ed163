package io.eyegoogler.image.webp;

/** A cache of recent colors, indexed by their hash (RFC 9649, 3.6.2.3). */
final class ColorCache {

    private static final int HASH_MULTIPLIER = 0x1e35_a7bd;

    private final int[] colors;
    private final int shift;

    ColorCache(int bits) {
        colors = new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    int size() {
        return colors.length;
    }

    int get(int index) {
        return colors[index];
    }

    void put(int argb) {
        colors[HASH_MULTIPLIER * argb >>> shift] = argb;
    }
}
