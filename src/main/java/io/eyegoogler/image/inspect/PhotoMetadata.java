package io.eyegoogler.image.inspect;

import io.eyegoogler.image.color.PngColors;
import io.eyegoogler.image.heif.HeifPhoto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.InflaterInputStream;

/**
 * The metadata of a file that affect its pixels: EXIF orientation and color profile.
 *
 * <p>Everything else (place, time, camera, comments) stays unread. Damaged metadata are ignored: what was read before
 * the damage counts.
 */
public final class PhotoMetadata {

    /** Photos have one block, a few have two; a file may have millions. */
    private static final int MAX_EXIF_BLOCKS = 4;
    /** A TIFF header and a directory of one field: 8 + 2 + 12 bytes. */
    private static final int MIN_EXIF_LENGTH = 22;
    /** Real profiles have some kB, a few 2 MB; more would be a decompression bomb, bytes. */
    private static final int MAX_PROFILE = 4 << 20;

    /** Precedes the TIFF structure in a JPEG's APP1 segment. */
    private static final byte[] JPEG_EXIF = {'E', 'x', 'i', 'f', 0, 0};
    /** Begins the APP0 segment of a JPEG whose pixels are gray or YCbCr (ITU-T T.871). */
    private static final byte[] JPEG_JFIF = {'J', 'F', 'I', 'F', 0};
    /** Precedes a part of a profile in a JPEG's APP2 segment. */
    private static final byte[] JPEG_ICC = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};

    private static final int PNG_EXIF = ChunkWalker.type("eXIf");
    private static final int PNG_ICC = ChunkWalker.type("iCCP");
    private static final int RIFF_EXIF = ChunkWalker.type("EXIF");
    private static final int RIFF_ICC = ChunkWalker.type("ICCP");

    private final List<ByteBuffer> exif = new ArrayList<>();
    private final IccProfileAssembler jpegProfile = new IccProfileAssembler();
    private boolean jfif;
    private boolean ycbcr;
    private boolean uncommon;
    private final PngColors pngColors = new PngColors();
    private Optional<byte[]> profile = Optional.empty();
    private Optional<HeifPhoto> heif = Optional.empty();

    private PhotoMetadata() {}

    /** Reads the metadata of {@code file}, which has a backing array. */
    public static PhotoMetadata of(ByteBuffer file, ReadableFormat format) {
        PhotoMetadata metadata = new PhotoMetadata();
        ByteBuffer bytes = file.duplicate();
        try {
            switch (format) {
                case JPEG -> metadata.readJpeg(bytes);
                case PNG -> ChunkWalker.walkPng(bytes, metadata::readPngChunk);
                case WEBP -> ChunkWalker.walkRiff(bytes, metadata::readWebpChunk);
                case TIFF -> metadata.addExif(bytes);
                case HEIC, AVIF -> metadata.heif = Optional.of(HeifPhoto.of(bytes, format.name()));
                case GIF, BMP, PNM, PAM, PFM, HDR, RAS -> {}
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | UncheckedIOException damaged) {
            // What was read before counts.
        }
        return metadata;
    }

    /**
     * Returns the EXIF orientation, 1 to 8, of the first block that has a valid one; 1, upright, if there is none. HEIC
     * and AVIF say it in boxes instead, and their EXIF doesn't count.
     */
    public int orientation() {
        return heif.map(HeifPhoto::orientation).orElseGet(this::exifOrientation);
    }

    private int exifOrientation() {
        return exif.stream()
                .map(ExifOrientationReader::read)
                .flatMapToInt(OptionalInt::stream)
                .findFirst()
                .orElse(1);
    }

    /**
     * Returns the ICC profile that a JPEG, PNG or WebP contains, or one that is equivalent to a PNG's other color
     * chunks.
     *
     * @param components color components per pixel: 1 or 3
     */
    public Optional<byte[]> profile(int components) {
        return pngColors
                .overridingProfile(components)
                .or(() -> profile)
                .or(jpegProfile::profile)
                .or(() -> heif.flatMap(HeifPhoto::profile))
                .or(() -> pngColors.fallbackProfile(components));
    }

    /**
     * Returns whether the file is a JPEG that every decoder reads alike: JFIF, 8-bit YCbCr, and without a color profile,
     * Adobe's color transform, or segments that only some decoders support.
     */
    public boolean isPlainYcbcr() {
        return jfif && ycbcr && !uncommon;
    }

    private void addExif(ByteBuffer block) {
        if (exif.size() < MAX_EXIF_BLOCKS && block.limit() >= MIN_EXIF_LENGTH) {
            exif.add(block);
        }
    }

    /** Reads the segments before the first scan. */
    private void readJpeg(ByteBuffer file) {
        int at = 2;
        while (true) {
            int code = JpegMarkers.next(file, at);
            int marker = JpegMarkers.unsignedByte(file, code);
            if (marker == JpegMarkers.START_OF_SCAN || marker == JpegMarkers.END_OF_IMAGE) {
                return;
            }
            int length = JpegMarkers.unsignedShort(file, code + 1);
            ByteBuffer segment = file.slice(code + 3, Math.min(length - 2, file.limit() - code - 3));
            jfif |= marker == JpegMarkers.APP0 && startsWith(segment, JPEG_JFIF);
            uncommon |= !JpegMarkers.isCommon(marker);
            if (JpegMarkers.isStartOfFrame(marker)) {
                ycbcr = isYcbcr(segment);
            } else if (marker == JpegMarkers.APP1 && startsWith(segment, JPEG_EXIF)) {
                addExif(after(segment, JPEG_EXIF));
            } else if (marker == JpegMarkers.APP2 && startsWith(segment, JPEG_ICC)) {
                jpegProfile.add(after(segment, JPEG_ICC));
            }
            at = code + 1 + length;
        }
    }

    /** Tells whether a frame header has 8 bits per sample and the components 1, 2 and 3, in this order. */
    private static boolean isYcbcr(ByteBuffer header) {
        return header.get(0) == Byte.SIZE
                && header.get(5) == 3
                && header.get(6) == 1
                && header.get(9) == 2
                && header.get(12) == 3;
    }

    private void readPngChunk(int type, ByteBuffer data) {
        if (type == PNG_EXIF) {
            addExif(data);
        } else if (type == PNG_ICC && profile.isEmpty()) {
            readPngProfile(data);
        } else {
            pngColors.readChunk(type, data);
        }
    }

    /** Reads a name, a zero, the compression method, and the deflated profile. */
    private void readPngProfile(ByteBuffer chunk) {
        int name = 0;
        while (chunk.get(name) != 0) {
            name++;
        }
        int start = name + 2;
        try (InputStream inflated = new InflaterInputStream(
                new ByteArrayInputStream(chunk.array(), chunk.arrayOffset() + start, chunk.limit() - start))) {
            profile = Optional.of(inflated.readNBytes(MAX_PROFILE));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private void readWebpChunk(int type, ByteBuffer data) {
        if (type == RIFF_EXIF) {
            // Some writers keep the prefix that EXIF has in a JPEG.
            addExif(startsWith(data, JPEG_EXIF) ? after(data, JPEG_EXIF) : data);
        } else if (type == RIFF_ICC && profile.isEmpty()) {
            int start = data.arrayOffset();
            profile = Optional.of(Arrays.copyOfRange(data.array(), start, start + Math.min(MAX_PROFILE, data.limit())));
        }
    }

    private static boolean startsWith(ByteBuffer data, byte[] prefix) {
        return data.limit() >= prefix.length && data.slice(0, prefix.length).equals(ByteBuffer.wrap(prefix));
    }

    private static ByteBuffer after(ByteBuffer data, byte[] prefix) {
        return data.slice(prefix.length, data.limit() - prefix.length);
    }
}
