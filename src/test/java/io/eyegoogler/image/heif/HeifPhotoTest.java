package io.eyegoogler.image.heif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.PhotoRejectedException.TooCostly;
import io.eyegoogler.PhotoRejectedException.Unreadable;
import io.eyegoogler.PhotoRejectedException.Unsupported;
import io.eyegoogler.testing.Photos;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeifPhotoTest {

    private static final byte[] PORTRAIT = Photos.resource("/heif/portrait.heic");
    private static final HeifFile.Coded CODED = HeifFile.coded(PORTRAIT);

    private static HeifPhoto read(byte[] file) {
        return HeifPhoto.of(ByteBuffer.wrap(file), "HEIC");
    }

    private static HeifPhoto read(HeifFile file) {
        return read(file.bytes());
    }

    @Test
    void samples_areUnderstood() {
        HeifPhoto odd = read(Photos.resource("/heif/odd.heic"));
        HeifPhoto deep = read(Photos.resource("/heif/deep.heic"));

        assertEquals(512, read(PORTRAIT).width());
        assertEquals(512, read(Photos.resource("/heif/portrait.avif")).height());
        assertEquals(new Rectangle(95, 79), odd.crop());
        assertTrue(read(Photos.resource("/heif/alpha.heic")).hasAlpha());
        assertTrue(deep.tiles().get(0).isDeep());
        assertFalse(odd.tiles().get(0).isDeep());
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1, 1",
        "1, -1, 8",
        "2, -1, 3",
        "3, -1, 6",
        "0, 1, 2",
        "0, 0, 4",
        "1, 1, 7",
        "3, 1, 5",
        "2, 0, 2",
        "1, 0, 5"
    })
    void rotationAndMirroring_areAnOrientationOfExif(int quarters, int axis, int orientation) {
        byte[] rotation = HeifFile.irot(quarters);

        assertEquals(
                orientation,
                read(axis < 0
                                ? new HeifFile().image(1, CODED, rotation)
                                : new HeifFile().image(1, CODED, rotation, HeifFile.imir(axis)))
                        .orientation());
    }

    /** A grid of so many tiles, all of the same data. */
    private static HeifFile grid(int rows, int columns, int width, int height, HeifFile.Coded tile) {
        int tiles = rows * columns;
        HeifFile file =
                new HeifFile().primary(60_000).item(60_000, "grid", HeifFile.grid(rows, columns, width, height));
        for (int i = 1; i <= tiles; i++) {
            file.image(i, tile);
        }
        return file.reference("dimg", 60_000, IntStream.rangeClosed(1, tiles).toArray());
    }

    private static final HeifFile.Coded SMALL =
            new HeifFile.Coded("hvc1", 64, 64, CODED.configuration(), new byte[] {1});

    @Test
    void gridOf400Tiles_isTheLargest() {
        assertEquals(1280, read(grid(20, 20, 1280, 1280, SMALL)).width());

        assertThrows(TooCostly.class, () -> read(grid(20, 21, 1344, 1280, SMALL)));
        HeifFile bomb = new HeifFile()
                .primary(9)
                .item(9, "grid", HeifFile.grid(256, 256, 65_535, 65_535))
                .image(1, SMALL);
        String message = assertThrows(TooCostly.class, () -> read(bomb.reference("dimg", 9, 1)))
                .getMessage();
        assertTrue(message.startsWith("The HEIC file has 65536 tiles, which makes it too costly"), message);
    }

    @Test
    void gridThatIsNotItsTiles_isRejected() {
        assertEquals(120, read(grid(2, 2, 120, 128, SMALL)).width());
        for (HeifFile wrong : new HeifFile[] {
            grid(2, 2, 64, 128, SMALL),
            grid(2, 2, 200, 128, SMALL),
            grid(2, 2, 0, 128, SMALL),
            grid(2, 2, 128, 400, SMALL)
        }) {
            assertThrows(Unreadable.class, () -> read(wrong));
        }
        HeifFile missing = new HeifFile()
                .primary(9)
                .item(9, "grid", HeifFile.grid(2, 2, 128, 128))
                .image(1, SMALL);
        assertThrows(Unreadable.class, () -> read(missing.reference("dimg", 9, 1, 2, 3, 4)));
        HeifFile twice = new HeifFile()
                .primary(9)
                .item(9, "grid", HeifFile.grid(1, 2, 128, 64))
                .image(1, SMALL);
        assertThrows(Unreadable.class, () -> read(twice.reference("dimg", 9, 1, 1)));
        HeifFile itself = new HeifFile().primary(9).item(9, "grid", HeifFile.grid(1, 1, 64, 64));
        assertThrows(Unsupported.class, () -> read(itself.reference("dimg", 9, 9)));
    }

    @Test
    void loopOfDerivations_isRejected() {
        HeifFile one = new HeifFile().primary(1).item(1, "iden", new byte[1]).reference("dimg", 1, 1);
        HeifFile two = new HeifFile()
                .primary(1)
                .item(1, "iden", new byte[1])
                .item(2, "iden", new byte[1])
                .reference("dimg", 1, 2)
                .reference("dimg", 2, 1);

        assertThrows(TooCostly.class, () -> read(one));
        assertThrows(TooCostly.class, () -> read(two));
    }

    @Test
    void transparencyThatIsThePhotoItself_isNoLoop() {
        byte[] alpha = HeifFile.auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");
        byte[] file =
                new HeifFile().image(1, CODED, alpha).reference("auxl", 1, 1).bytes();

        // The same data twice.
        assertThrows(TooCostly.class, () -> read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iovl", "jpeg", "avc1", "j2k1", "unci", "tmap"})
    void otherKindsOfImages_areNamed(String type) {
        String message = assertThrows(
                        Unsupported.class, () -> read(new HeifFile().item(1, type, new byte[1], HeifFile.ispe(1, 1))))
                .getMessage();

        assertTrue(message.contains("'" + type + "'"), message);
    }

    @Test
    void sequenceWithoutStill_isUnsupported() {
        byte[] file = concat(
                HeifFile.box("ftyp", "hevc\0\0\0\0hevc".getBytes(StandardCharsets.US_ASCII)), HeifFile.box("moov"));

        assertThrows(Unsupported.class, () -> read(file));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    @Test
    void dataOfSeveralImagesThatOverlap_areRejected() {
        byte[] file = grid(2, 2, 128, 128, new HeifFile.Coded("hvc1", 64, 64, CODED.configuration(), new byte[4000]))
                .bytes();
        int location = indexOf(file, "iloc") + 4 + 4 + 4;
        // Of each entry the id, a zero and a one take 6 bytes, as do offset and length 8.
        for (int tile = 1; tile <= 4; tile++) {
            ByteBuffer.wrap(file)
                    .putInt(location + tile * 14 + 6, file.length - 16_000)
                    .putInt(location + tile * 14 + 10, 16_000);
        }

        assertThrows(TooCostly.class, () -> read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iinf", "iloc", "ipma", "iref", "ipco", "pitm", "ispe", "hvcC", "meta"})
    void boxesWithSizesThatLie_areRejectedOrIgnored(String type) {
        for (int size : new int[] {0, 1, 2, 7, 8, 9, 12, Integer.MAX_VALUE, -1}) {
            byte[] file = PORTRAIT.clone();
            int at = indexOf(file, type);
            if (at < 0) {
                continue;
            }
            ByteBuffer.wrap(file).putInt(at - 4, size);
            readOrReject(file);
        }
    }

    @Test
    void hugeCounts_areRejected() {
        byte[] locations = new HeifFile().image(1, CODED).bytes();
        ByteBuffer.wrap(locations).putShort(indexOf(locations, "iloc") + 4 + 4 + 2, (short) -1);
        assertThrows(TooCostly.class, () -> read(locations));

        byte[] associations = new HeifFile().image(1, CODED).bytes();
        ByteBuffer.wrap(associations).putInt(indexOf(associations, "ipma") + 4 + 4, -1);
        assertThrows(TooCostly.class, () -> read(associations));
    }

    @Test
    void millionsOfBoxes_areRejected() {
        byte[] boxes = new byte[8_000_000];
        for (int i = 0; i < boxes.length; i += 8) {
            boxes[i + 3] = 8;
        }

        assertThrows(TooCostly.class, () -> read(concat(HeifFile.box("ftyp", new byte[8]), boxes)));
    }

    @Test
    void cutFiles_areRejected() {
        for (int length = 0; length < PORTRAIT.length; length += length < 1000 ? 1 : 997) {
            byte[] cut = Arrays.copyOf(PORTRAIT, length);
            assertThrows(PhotoRejectedException.class, () -> read(cut));
        }
    }

    @Test
    void damagedFiles_areReadOrRejected() {
        Random random = new Random(19);
        for (String name : new String[] {"odd", "alpha", "deep"}) {
            byte[] file = Photos.resource("/heif/" + name + ".heic");
            for (int i = 0; i < 5_000; i++) {
                byte[] damaged = file.clone();
                for (int change = 0; change <= i % 4; change++) {
                    damaged[random.nextInt(700)] = (byte) random.nextInt();
                }
                readOrReject(damaged);
            }
        }
    }

    /** Any exception but a rejection fails the test. */
    private static void readOrReject(byte[] file) {
        try {
            HeifPhoto photo = read(file);
            assertTrue(photo.tiles().size() <= 400);
        } catch (PhotoRejectedException rejected) {
            assertFalse(rejected.getMessage().isEmpty());
        }
    }

    @Test
    void converterInput_hasNeitherMetadataNorUnknownBoxes() throws Exception {
        byte[] secret = "GPS 52.5 13.4".getBytes(StandardCharsets.US_ASCII);
        byte[] file = new HeifFile()
                .image(1, CODED, HeifFile.box("udes", secret))
                .item(2, "Exif", secret)
                .reference("cdsc", 2, 1)
                .bytes();
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        new ConverterInput(read(file)).write(input);

        assertTrue(indexOf(file, "GPS") > 0);
        assertEquals(-1, indexOf(input.toByteArray(), "GPS"));
        assertEquals(
                CODED.data().length, read(input.toByteArray()).tiles().get(0).bytes());
        assertArrayEquals(CODED.data(), HeifFile.coded(input.toByteArray()).data());
    }

    private static int indexOf(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
