package io.eyegoogler.bench.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Repairs the checksums of a PNG's chunks, so that decoders don't stop at the first damaged chunk. */
final class PngChecksums {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TYPE_LENGTH = 4;
    /** Length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 12;

    private PngChecksums() {}

    /**
     * Returns a copy of {@code file} with correct checksums, as far as its chunks are intact; of other formats, just a
     * copy.
     */
    static byte[] repaired(byte[] file) {
        byte[] repaired = file.clone();
        ByteBuffer buffer = ByteBuffer.wrap(repaired);
        if (repaired.length < SIGNATURE.length
                || !Arrays.equals(repaired, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            return repaired;
        }
        int at = SIGNATURE.length;
        while (repaired.length - at >= CHUNK_OVERHEAD) {
            int length = buffer.getInt(at);
            if (length < 0 || length > repaired.length - at - CHUNK_OVERHEAD) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(repaired, at + Integer.BYTES, TYPE_LENGTH + length);
            buffer.putInt(at + Integer.BYTES + TYPE_LENGTH + length, (int) crc.getValue());
            at += CHUNK_OVERHEAD + length;
        }
        return repaired;
    }
}
