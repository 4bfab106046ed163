package io.eyegoogler.bench.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.eyegoogler.testing.Photos;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PngChecksumsTest {

    /** Signature; length, type, 13 bytes and checksum of the header; length and type of the chunk after it. */
    private static final int HEADER_CHECKSUM = 8 + 4 + 4 + 13;

    private static final int END_CHECKSUM = Photos.PORTRAIT.length - 4;

    @Test
    void soundPng_staysAsItIs() {
        assertArrayEquals(Photos.PORTRAIT, PngChecksums.mended(Photos.PORTRAIT));
    }

    @Test
    void checksums_areMended_ofEveryChunk() {
        byte[] broken = Photos.PORTRAIT.clone();
        broken[HEADER_CHECKSUM] ^= 1;
        broken[END_CHECKSUM] ^= 1;

        assertArrayEquals(Photos.PORTRAIT, PngChecksums.mended(broken));
    }

    @Test
    void changedHeader_getsAChecksumThatItsReaderTakes() {
        byte[] turned = Photos.PORTRAIT.clone();
        // 512 pixels wide become 511; of a photograph's rows nothing is left, but the header is read.
        turned[8 + 8 + 2] = 1;
        turned[8 + 8 + 3] = (byte) 0xff;
        byte[] mended = PngChecksums.mended(turned);

        assertFalse(Arrays.equals(turned, mended));
        assertArrayEquals(Arrays.copyOf(turned, HEADER_CHECKSUM), Arrays.copyOf(mended, HEADER_CHECKSUM));
        assertArrayEquals(mended, PngChecksums.mended(mended));
    }

    @Test
    void chunkThatEndsBeyondTheFile_endsTheWork_andOtherFilesAreCopied() {
        byte[] cut = Arrays.copyOf(Photos.PORTRAIT, 1000);
        cut[cut.length - 1] ^= 1;
        assertArrayEquals(cut, PngChecksums.mended(cut));

        byte[] negative = Photos.PORTRAIT.clone();
        negative[8] = (byte) 0xff;
        assertArrayEquals(negative, PngChecksums.mended(negative));

        assertEquals(3, PngChecksums.mended(new byte[3]).length);
    }
}
