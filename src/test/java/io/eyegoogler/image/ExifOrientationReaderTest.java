package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExifOrientationReaderTest {

    private static final byte[] JPEG = Photos.encode(Photos.plain(16, 8, Color.BLUE), "jpeg");
    private static final byte[] PNG = Photos.encode(Photos.plain(16, 8, Color.BLUE), "png");
    private static final byte[] TURN_RIGHT = Exifs.tiff(6, ByteOrder.BIG_ENDIAN);

    private static ExifOrientation inJpeg(byte[] file) {
        return orientation(file, ReadableFormat.JPEG);
    }

    private static ExifOrientation orientation(byte[] file, ReadableFormat format) {
        return ExifOrientationReader.orientation(
                MetadataScanner.of(ByteBuffer.wrap(file), format).exif());
    }

    @Test
    void orientation_isFoundInBothFormatsAndByteOrders() {
        assertEquals(ExifOrientation.TURN_RIGHT, inJpeg(Exifs.inJpeg(JPEG, TURN_RIGHT)));
        assertEquals(ExifOrientation.TURN_LEFT, inJpeg(Exifs.inJpeg(JPEG, Exifs.tiff(8, ByteOrder.LITTLE_ENDIAN))));
        assertEquals(ExifOrientation.TURN_RIGHT, orientation(Exifs.inPng(PNG, TURN_RIGHT), ReadableFormat.PNG));
    }

    @Test
    void photoWithout_isUpright() {
        assertEquals(ExifOrientation.UPRIGHT, inJpeg(JPEG));
        assertEquals(ExifOrientation.UPRIGHT, orientation(PNG, ReadableFormat.PNG));
    }

    @Test
    void twoBlocks_firstThatStatesOneCounts() {
        byte[] two = Exifs.inJpeg(Exifs.inJpeg(JPEG, Exifs.tiff(3, ByteOrder.BIG_ENDIAN)), TURN_RIGHT);
        byte[] firstEmpty = Exifs.inJpeg(Exifs.inJpeg(JPEG, TURN_RIGHT), Exifs.tiff(0, ByteOrder.BIG_ENDIAN));

        assertEquals(ExifOrientation.TURN_RIGHT, inJpeg(two));
        assertEquals(ExifOrientation.TURN_RIGHT, inJpeg(firstEmpty));
    }

    @Test
    void brokenBlock_isIgnored() {
        byte[] wrongOrder = TURN_RIGHT.clone();
        wrongOrder[0] = 'X';
        byte[] farDirectory = TURN_RIGHT.clone();
        farDirectory[4] = 0x7f;
        byte[] manyEntries = Exifs.tiff(0, ByteOrder.BIG_ENDIAN);
        manyEntries[8] = (byte) 0xff;
        for (byte[] broken : new byte[][] {wrongOrder, farDirectory, manyEntries, {}, {'M'}, {'M', 'M', 0, 42}}) {
            assertEquals(ExifOrientation.UPRIGHT, inJpeg(Exifs.inJpeg(JPEG, broken)));
            assertEquals(ExifOrientation.UPRIGHT, orientation(Exifs.inPng(PNG, broken), ReadableFormat.PNG));
        }
    }

    @Test
    void fileCutOrDamagedAnywhere_neverThrows() {
        byte[] jpeg = Exifs.inJpeg(JPEG, TURN_RIGHT);
        byte[] png = Exifs.inPng(PNG, TURN_RIGHT);
        for (int length = 0; length < jpeg.length; length++) {
            inJpeg(Arrays.copyOf(jpeg, length));
        }
        for (int length = 0; length < png.length; length++) {
            orientation(Arrays.copyOf(png, length), ReadableFormat.PNG);
        }
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = (i % 2 == 0 ? jpeg : png).clone();
            damaged[random.nextInt(80)] = (byte) random.nextInt();
            orientation(damaged, i % 2 == 0 ? ReadableFormat.JPEG : ReadableFormat.PNG);
        }
    }
}
