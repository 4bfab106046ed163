package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/** A reversible transform by which an encoder reduced the entropy of the pixels (RFC 9649, 3.5). */
interface Transform {

    /** Inverts the transform. Returns ARGB pixels, in {@code pixels} itself or in another array. */
    int[] invert(int[] pixels, Cancellation cancellation);

    /** Returns how many blocks with a side of 2^{@code bits} px cover a side of the image. */
    static int blocks(int side, int bits) {
        return side + (1 << bits) - 1 >> bits;
    }
}
