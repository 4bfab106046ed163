package io.eyegoogler.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * The two parts of a file beside its pixels that matter here: EXIF blocks and the colour profile.
 *
 * <p>All else (place, time, camera, comments) is left unread. A file that lies about its parts' lengths has those that
 * were found up to there: a photo isn't refused for its metadata.
 */
final class MetadataScanner {

    /** Photos have one, a few have two. */
    private static final int MAX_EXIF_BLOCKS = 4;
    /** A TIFF header, and a directory of one entry: 8 + 2 + 12 bytes. */
    private static final int SHORTEST_EXIF = 22;

    private static final int JPEG_MARKER = 0xff;
    private static final int JPEG_APP1 = 0xe1;
    private static final int JPEG_APP2 = 0xe2;
    private static final int JPEG_START_OF_SCAN = 0xda;
    /** "Exif" and two zeros, before the TIFF structure in an APP1 segment. */
    private static final byte[] JPEG_EXIF = {'E', 'x', 'i', 'f', 0, 0};
    /** "ICC_PROFILE" and a zero, before a part of a profile. */
    private static final byte[] JPEG_ICC = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_EXIF = 0x65584966;
    private static final int PNG_ICC = 0x69434350;
    /** Bytes of a PNG chunk beside its data: length and type before it, CRC after. */
    private static final int PNG_HEAD = 8;

    private static final int PNG_CRC = 4;
    /** Real profiles have some kB, a few 2 MB; more would be a bomb, bytes. */
    private static final int MAX_PROFILE = 4 << 20;

    private static final int RIFF_HEADER = 12;
    private static final int RIFF_HEAD = 8;
    private static final int RIFF_EXIF = 0x46495845;
    private static final int RIFF_ICC = 0x50434349;

    private final List<ByteBuffer> exif = new ArrayList<>();
    private final IccProfileAssembler parts = new IccProfileAssembler();
    private final PngColors pngColors = new PngColors();
    private Optional<byte[]> profile = Optional.empty();

    private MetadataScanner() {}

    static MetadataScanner of(ByteBuffer file, ReadableFormat format) {
        MetadataScanner metadata = new MetadataScanner();
        ByteBuffer bytes = file.duplicate();
        try {
            switch (format) {
                case JPEG -> metadata.readJpeg(bytes);
                case PNG -> metadata.readPng(bytes);
                case WEBP -> metadata.readWebp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case TIFF -> metadata.addExif(bytes);
                case GIF, BMP, PNM, PAM, PFM, HDR, RAS -> {}
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | IOException broken) {
            // What was found before stays.
        }
        return metadata;
    }

    /** A file may hold millions of blocks, or ones too short for anything. */
    private void addExif(ByteBuffer block) {
        if (exif.size() < MAX_EXIF_BLOCKS && block.limit() >= SHORTEST_EXIF) {
            exif.add(block);
        }
    }

    /** TIFF structures, in the file's order. */
    List<ByteBuffer> exif() {
        return exif;
    }

    /**
     * The colour profile's bytes as they stand in a JPEG, a PNG or a WebP, or as made of what a PNG says otherwise.
     *
     * @param colors how many there are in a pixel: 1 or 3
     */
    Optional<byte[]> profile(int colors) {
        return pngColors
                .beforeProfile()
                .flatMap(made -> made.icc(colors))
                .or(() -> profile)
                .or(parts::joined)
                .or(() -> pngColors.withoutProfile().flatMap(made -> made.icc(colors)));
    }

    /** Segments up to the first scan. */
    private void readJpeg(ByteBuffer file) {
        int at = 2;
        while (Byte.toUnsignedInt(file.get(at)) == JPEG_MARKER) {
            int marker = Byte.toUnsignedInt(file.get(at + 1));
            if (marker == JPEG_START_OF_SCAN) {
                return;
            }
            if (marker == JPEG_MARKER) {
                // A fill byte.
                at++;
                continue;
            }
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            ByteBuffer segment = slice(file, at + 4, length - 2);
            if (marker == JPEG_APP1 && begins(segment, JPEG_EXIF)) {
                addExif(slice(segment, JPEG_EXIF.length, segment.limit() - JPEG_EXIF.length));
            } else if (marker == JPEG_APP2 && begins(segment, JPEG_ICC)) {
                parts.add(slice(segment, JPEG_ICC.length, segment.limit() - JPEG_ICC.length));
            }
            at += 2 + length;
        }
    }

    private void readPng(ByteBuffer file) throws IOException {
        int at = PNG_SIGNATURE;
        while (at + PNG_HEAD <= file.limit()) {
            int length = file.getInt(at);
            int type = file.getInt(at + 4);
            if (type == PNG_EXIF) {
                addExif(slice(file, at + PNG_HEAD, length));
            } else if (type == PNG_ICC && profile.isEmpty()) {
                readPngProfile(slice(file, at + PNG_HEAD, length));
            } else {
                pngColors.read(type, slice(file, at + PNG_HEAD, length));
            }
            at = Math.addExact(at, Math.addExact(length, PNG_HEAD + PNG_CRC));
        }
    }

    /** A name, a zero, the compression's number, then the profile, deflated. */
    private void readPngProfile(ByteBuffer chunk) throws IOException {
        int name = 0;
        while (chunk.get(name) != 0) {
            name++;
        }
        int start = name + 2;
        try (InputStream inflated = new InflaterInputStream(
                new ByteArrayInputStream(chunk.array(), chunk.arrayOffset() + start, chunk.limit() - start))) {
            profile = Optional.of(inflated.readNBytes(MAX_PROFILE));
        }
    }

    private void readWebp(ByteBuffer file) {
        int at = RIFF_HEADER;
        while (at + RIFF_HEAD <= file.limit()) {
            int length = file.getInt(at + 4);
            if (file.getInt(at) == RIFF_EXIF) {
                ByteBuffer chunk = slice(file, at + RIFF_HEAD, length);
                // Some writers keep the JPEG's own mark.
                int start = begins(chunk, JPEG_EXIF) ? JPEG_EXIF.length : 0;
                addExif(slice(chunk, start, chunk.limit() - start));
            } else if (file.getInt(at) == RIFF_ICC && profile.isEmpty()) {
                byte[] bytes = new byte[Math.min(MAX_PROFILE, Math.min(length, file.limit() - at - RIFF_HEAD))];
                file.get(at + RIFF_HEAD, bytes);
                profile = Optional.of(bytes);
            }
            // Chunks have an even length.
            at = Math.addExact(at, Math.addExact(length + (length & 1), RIFF_HEAD));
        }
    }

    /** A part may claim more than the file has; what there is may still be of use. */
    private static ByteBuffer slice(ByteBuffer file, int start, int length) {
        return file.slice(start, Math.min(length, file.limit() - start));
    }

    private static boolean begins(ByteBuffer part, byte[] start) {
        return part.limit() >= start.length && part.slice(0, start.length).equals(ByteBuffer.wrap(start));
    }
}
