package io.eyegoogler.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are read, told apart by their first bytes, never by a file's name. */
enum ReadableFormat {
    JPEG("jpeg", 0xff, 0xd8, 0xff),
    PNG("png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    GIF("gif", 'G', 'I', 'F', '8'),
    BMP("bmp", 'B', 'M');

    /** The format's name for ImageIO. */
    final String imageIoName;

    private final int[] signature;

    ReadableFormat(String imageIoName, int... signature) {
        this.imageIoName = imageIoName;
        this.signature = signature;
    }

    static Optional<ReadableFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    /** All of them for a sentence, as in "JPEG, PNG, GIF, BMP". */
    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private boolean begins(byte[] file) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((file[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
