package io.eyegoogler.cli.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes raw frames as Matroska (RFC 9559), with which they have times to the nanosecond: raw video has none, and
 * ffmpeg's own formats for pipes have milliseconds.
 */
final class MatroskaFrames {

    private static final String EBML = "1a45dfa3";
    private static final String DOC_TYPE = "4282";
    private static final String DOC_TYPE_VERSION = "4287";
    private static final String DOC_TYPE_READ_VERSION = "4285";
    private static final String SEGMENT = "18538067";
    private static final String INFO = "1549a966";
    private static final String TIMESTAMP_SCALE = "2ad7b1";
    private static final String TRACKS = "1654ae6b";
    private static final String TRACK_ENTRY = "ae";
    private static final String TRACK_NUMBER = "d7";
    private static final String TRACK_UID = "73c5";
    private static final String TRACK_TYPE = "83";
    private static final String CODEC_ID = "86";
    private static final String DEFAULT_DURATION = "23e383";
    private static final String VIDEO = "e0";
    private static final String PIXEL_WIDTH = "b0";
    private static final String PIXEL_HEIGHT = "ba";
    private static final String UNCOMPRESSED_FOURCC = "2eb524";
    private static final String CLUSTER = "1f43b675";
    private static final String TIMESTAMP = "e7";
    private static final String SIMPLE_BLOCK = "a3";

    /** The size, in eight bytes, of an element that extends to the end of the file. */
    private static final long UNKNOWN_SIZE = 0x00ff_ffff_ffff_ffffL;
    /** A size of eight bytes begins with seven zero bits and a one. */
    private static final long SIZE_OF_EIGHT_BYTES = 1L << 56;
    /** Track 1, at the cluster's time, a key frame. */
    private static final byte[] BLOCK_HEADER = {(byte) 0x81, 0, 0, (byte) 0x80};

    private static final byte[] BGR24 = {'B', 'G', 'R', 24};

    private final OutputStream output;

    /**
     * Writes the header.
     *
     * @param nanosecondsPerFrame on average
     */
    MatroskaFrames(OutputStream output, int width, int height, long nanosecondsPerFrame) throws IOException {
        this.output = output;
        output.write(element(
                EBML,
                element(DOC_TYPE, "matroska".getBytes(StandardCharsets.US_ASCII)),
                number(DOC_TYPE_VERSION, 4),
                number(DOC_TYPE_READ_VERSION, 2)));
        output.write(start(SEGMENT, UNKNOWN_SIZE));
        output.write(element(INFO, number(TIMESTAMP_SCALE, 1)));
        output.write(element(
                TRACKS,
                element(
                        TRACK_ENTRY,
                        number(TRACK_NUMBER, 1),
                        number(TRACK_UID, 1),
                        number(TRACK_TYPE, 1),
                        element(CODEC_ID, "V_UNCOMPRESSED".getBytes(StandardCharsets.US_ASCII)),
                        number(DEFAULT_DURATION, nanosecondsPerFrame),
                        element(
                                VIDEO,
                                number(PIXEL_WIDTH, width),
                                number(PIXEL_HEIGHT, height),
                                element(UNCOMPRESSED_FOURCC, BGR24)))));
    }

    /** Writes a frame, in a cluster of its own. */
    void write(byte[] samples, long nanoseconds) throws IOException {
        byte[] time = number(TIMESTAMP, nanoseconds);
        byte[] block = start(SIMPLE_BLOCK, BLOCK_HEADER.length + samples.length);
        output.write(start(CLUSTER, time.length + block.length + BLOCK_HEADER.length + samples.length));
        output.write(time);
        output.write(block);
        output.write(BLOCK_HEADER);
        output.write(samples);
    }

    private static byte[] number(String id, long value) {
        return element(id, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static byte[] element(String id, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.writeBytes(start(id, content.size()));
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] start(String id, long size) {
        byte[] bytes = HexFormat.of().parseHex(id);
        return ByteBuffer.allocate(bytes.length + Long.BYTES)
                .put(bytes)
                .putLong(SIZE_OF_EIGHT_BYTES | size)
                .array();
    }
}
