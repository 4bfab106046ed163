package io.eyegoogler.image.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationReaderTest {

    private static final int UPRIGHT = 1;
    private static final byte[] JPEG = Photos.encode(Photos.plain(16, 8, Color.BLUE), "jpeg");
    private static final byte[] PNG = Photos.encode(Photos.plain(16, 8, Color.BLUE), "png");
    private static final byte[] ROTATED_RIGHT = Exifs.tiff(6, ByteOrder.BIG_ENDIAN);

    private static int inJpeg(byte[] file) {
        return orientation(file, ReadableFormat.JPEG);
    }

    private static int orientation(byte[] file, ReadableFormat format) {
        return PhotoMetadata.of(ByteBuffer.wrap(file), format).orientation();
    }

    @Test
    void orientation_isFoundInBothFormatsAndByteOrders() {
        assertEquals(6, inJpeg(Exifs.inJpeg(JPEG, ROTATED_RIGHT)));
        assertEquals(8, inJpeg(Exifs.inJpeg(JPEG, Exifs.tiff(8, ByteOrder.LITTLE_ENDIAN))));
        assertEquals(6, orientation(Exifs.inPng(PNG, ROTATED_RIGHT), ReadableFormat.PNG));
    }

    @Test
    void photoWithoutExif_isUpright() {
        assertEquals(UPRIGHT, inJpeg(JPEG));
        assertEquals(UPRIGHT, orientation(PNG, ReadableFormat.PNG));
    }

    @Test
    void twoBlocks_firstWithAnOrientationCounts() {
        byte[] two = Exifs.inJpeg(Exifs.inJpeg(JPEG, Exifs.tiff(3, ByteOrder.BIG_ENDIAN)), ROTATED_RIGHT);
        byte[] firstEmpty = Exifs.inJpeg(Exifs.inJpeg(JPEG, ROTATED_RIGHT), Exifs.tiff(0, ByteOrder.BIG_ENDIAN));

        assertEquals(6, inJpeg(two));
        assertEquals(6, inJpeg(firstEmpty));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void undefinedValue_isUpright(int value) {
        assertEquals(UPRIGHT, inJpeg(Exifs.inJpeg(JPEG, Exifs.tiff(value, ByteOrder.BIG_ENDIAN))));
    }

    @Test
    void brokenBlock_isIgnored() {
        byte[] wrongOrder = ROTATED_RIGHT.clone();
        wrongOrder[0] = 'X';
        byte[] farDirectory = ROTATED_RIGHT.clone();
        farDirectory[4] = 0x7f;
        byte[] manyEntries = Exifs.tiff(0, ByteOrder.BIG_ENDIAN);
        manyEntries[8] = (byte) 0xff;
        for (byte[] broken : new byte[][] {wrongOrder, farDirectory, manyEntries, {}, {'M'}, {'M', 'M', 0, 42}}) {
            assertEquals(UPRIGHT, inJpeg(Exifs.inJpeg(JPEG, broken)));
            assertEquals(UPRIGHT, orientation(Exifs.inPng(PNG, broken), ReadableFormat.PNG));
        }
    }

    @Test
    void fileCutOrDamagedAnywhere_neverThrows() {
        byte[] jpeg = Exifs.inJpeg(JPEG, ROTATED_RIGHT);
        byte[] png = Exifs.inPng(PNG, ROTATED_RIGHT);
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
