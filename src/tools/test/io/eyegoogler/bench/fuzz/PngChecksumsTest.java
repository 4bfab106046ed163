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
    void intactPng_staysUnchanged() {
        assertArrayEquals(Photos.PORTRAIT, PngChecksums.repaired(Photos.PORTRAIT));
    }

    @Test
    void checksumsOfAllChunks_areRepaired() {
        byte[] broken = Photos.PORTRAIT.clone();
        broken[HEADER_CHECKSUM] ^= 1;
        broken[END_CHECKSUM] ^= 1;

        assertArrayEquals(Photos.PORTRAIT, PngChecksums.repaired(broken));
    }

    @Test
    void changedHeader_getsAValidChecksum() {
        byte[] turned = Photos.PORTRAIT.clone();
        // 512 pixels of width become 511: the rows are unreadable, but not the header.
        turned[8 + 8 + 2] = 1;
        turned[8 + 8 + 3] = (byte) 0xff;
        byte[] repaired = PngChecksums.repaired(turned);

        assertFalse(Arrays.equals(turned, repaired));
        assertArrayEquals(Arrays.copyOf(turned, HEADER_CHECKSUM), Arrays.copyOf(repaired, HEADER_CHECKSUM));
        assertArrayEquals(repaired, PngChecksums.repaired(repaired));
    }

    @Test
    void chunkBeyondTheFile_endsTheRepair_andOtherFilesAreCopied() {
        byte[] cut = Arrays.copyOf(Photos.PORTRAIT, 1000);
        cut[cut.length - 1] ^= 1;
        assertArrayEquals(cut, PngChecksums.repaired(cut));

        byte[] negative = Photos.PORTRAIT.clone();
        negative[8] = (byte) 0xff;
        assertArrayEquals(negative, PngChecksums.repaired(negative));

        assertEquals(3, PngChecksums.repaired(new byte[3]).length);
    }
}
