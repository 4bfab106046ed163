package io.eyegoogler.bench.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The checksums of a PNG's chunks, without which a decoder looks no further. */
final class PngChecksums {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TYPE_LENGTH = 4;
    /** Length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 12;

    private PngChecksums() {}

    /** A copy of {@code file} with the right checksums as far as its chunks can be followed; of no PNG just a copy. */
    static byte[] mended(byte[] file) {
        byte[] mended = file.clone();
        ByteBuffer buffer = ByteBuffer.wrap(mended);
        if (mended.length < SIGNATURE.length
                || !Arrays.equals(mended, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            return mended;
        }
        int at = SIGNATURE.length;
        while (mended.length - at >= CHUNK_OVERHEAD) {
            int length = buffer.getInt(at);
            if (length < 0 || length > mended.length - at - CHUNK_OVERHEAD) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(mended, at + Integer.BYTES, TYPE_LENGTH + length);
            buffer.putInt(at + Integer.BYTES + TYPE_LENGTH + length, (int) crc.getValue());
            at += CHUNK_OVERHEAD + length;
        }
        return mended;
    }
}
