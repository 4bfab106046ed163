package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.OtherFiles;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of damaged files over real HTTP: each is answered with a picture or the contract's refusal. Detection is
 * kept short: what is tried here are the decoders.
 */
@Tag("verify")
class DamagedFilesTest {

    private static final Set<Integer> ALLOWED = Set.of(200, 400, 413, 415, 422);
    private static final BufferedImage SMALL = Photos.scaled(Photos.portrait(), 48, 40);
    /** A small picture of each format that can be written here. */
    private static final Map<String, byte[]> FILES = files();

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String format : List.of("jpeg", "png", "bmp", "tiff", "pnm")) {
            files.put(format, Photos.encode(SMALL, format));
        }
        files.put("gif", Photos.encode(Photos.as(BufferedImage.TYPE_BYTE_INDEXED, SMALL), "gif"));
        for (String name :
                List.of("lossy-filter", "alpha-lossless", "lossless", "lossless-palette", "animation-alpha")) {
            files.put(name, Photos.resource("/webp/" + name + ".webp"));
        }
        if (HeifSupport.installed().heic()) {
            for (String name : List.of("odd", "alpha", "deep")) {
                files.put(name + ".heic", Photos.resource("/heif/" + name + ".heic"));
            }
        }
        files.put("pam", OtherFiles.pam(SMALL));
        files.put("pfm", OtherFiles.pfm(SMALL));
        files.put("hdr", OtherFiles.radiance(SMALL, 4));
        files.put("ras", OtherFiles.sunRaster(SMALL));
        files.put("exif", Exifs.inJpeg(files.get("jpeg"), Exifs.tiff(6, ByteOrder.LITTLE_ENDIAN)));
        return files;
    }

    private static void assertAnswered(List<byte[]> files) {
        try (Service service = Service.startFast()) {
            Map<Integer, Long> statuses = files.parallelStream()
                    .map(file -> service.post("/eyegoogler", file).statusCode())
                    .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
            System.out.println(files.size() + " damaged files, by status: " + statuses);
            assertTrue(ALLOWED.containsAll(statuses.keySet()), statuses::toString);
            assertTrue(statuses.containsKey(422), "Some are beyond repair");
            assertEquals(
                    "1", Service.header(service.upload("/eyegoogler", Photos.PORTRAIT), "X-Faces"), "Still at work");
        }
    }

    @Test
    void filesCutAtEveryHundredth_areAnswered() {
        List<byte[]> cut = new ArrayList<>();
        for (byte[] file : FILES.values()) {
            for (int percent = 1; percent < 100; percent++) {
                cut.add(Arrays.copyOf(file, file.length * percent / 100));
            }
        }
        assertAnswered(cut);
    }

    @Test
    void filesWithFlippedBits_areAnswered() {
        Random random = new Random(20_260_101);
        List<byte[]> flipped = new ArrayList<>();
        for (byte[] file : FILES.values()) {
            for (int i = 0; i < 200; i++) {
                byte[] damaged = file.clone();
                // Half of them in the first 100 bytes, where the headers are.
                int range = i % 2 == 0 ? Math.min(100, file.length) : file.length;
                for (int flip = 0; flip <= i % 5; flip++) {
                    damaged[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
                }
                flipped.add(damaged);
            }
        }
        assertAnswered(flipped);
    }

    @Test
    void headersThatClaimTooMuch_areRefused() {
        List<byte[]> bombs = new ArrayList<>();
        for (int side : List.of(8_000, 30_000, 65_500, 1_000_000, Integer.MAX_VALUE)) {
            bombs.add(png(side, side));
            bombs.add(bmp(side, side));
            for (String header : List.of(
                    "P6 %d %d 255\n",
                    "P7\nWIDTH %d\nHEIGHT %d\nDEPTH 3\nMAXVAL 255\nENDHDR\n",
                    "PF\n%d %d\n1.0\n",
                    "#?RADIANCE\n\n-Y %d +X %d\n")) {
                bombs.add(header.formatted(side, side).getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (Service service = Service.startFast()) {
            for (byte[] bomb : bombs) {
                assertEquals(422, service.post("/eyegoogler", bomb).statusCode());
            }
        }
    }

    @Test
    void metadataThatClaimsTooMuch_costsLittle() {
        byte[] zeros = deflated(new byte[4 << 20]);
        byte[] profile = new byte[3 + zeros.length];
        profile[0] = 'a';
        System.arraycopy(zeros, 0, profile, 3, zeros.length);
        try (Service service = Service.startFast()) {
            // 300 profiles of 4 MB each when inflated: more than this process has memory for.
            assertEquals(
                    200,
                    service.post("/faces", withChunks("iCCP", profile, 300)).statusCode());
            // Blocks that hold nothing: more than any photo has, and a million.
            assertEquals(
                    200,
                    service.post("/faces", withChunks("eXIf", new byte[0], 100_000))
                            .statusCode());
            assertEquals(
                    422,
                    service.post("/faces", withChunks("eXIf", new byte[0], 1_000_000))
                            .statusCode());
        }
    }

    /** A small PNG with so many chunks of a kind after its header. */
    private static byte[] withChunks(String type, byte[] data, int count) {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        chunk(one, type, data);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(one.toByteArray());
        }
        return FileParts.inserted(FILES.get("png"), 33, all.toByteArray());
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(deflated)) {
            deflate.write(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return deflated.toByteArray();
    }

    /** A header and a few compressed zeros. */
    private static byte[] png(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflated(new byte[10_000]));
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] bmp(int width, int height) {
        byte[] file = Photos.encode(SMALL, "bmp");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
        return file;
    }
}
