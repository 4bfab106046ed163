package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/** What an encoder did to the pixels so that they need fewer bits (RFC 9649, 3.5). */
interface Transform {

    /** The pixels before it, ARGB, in {@code pixels} itself or in another array. */
    int[] undo(int[] pixels, Cancellation cancellation);

    /** How many squares with sides of 2^{@code bits} px cover a side of the picture. */
    static int squares(int side, int bits) {
        return side + (1 << bits) - 1 >> bits;
    }
}
