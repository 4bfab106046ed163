package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.ComposedFrames;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Animations made to cost much, or to be wrong in every way, over real HTTP: each gets a picture or a refusal. */
@Tag("verify")
class HostileAnimationsTest {

    private static final Service SERVICE = Service.start();
    /** Several times what the costliest takes on a quiet machine, s. */
    private static final double MAX_CPU = 60;

    private static final BufferedImage FACE =
            Photos.scaled(Photos.cropped(Photos.portrait(), 100, 0, 300, 300), 96, 96);
    private static final BufferedImage PIXEL = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.plain(1, 1, Color.RED));
    private static final List<AnimatedFile.Part> THREE = Collections.nCopies(3, part(face(), 0, 0));

    private enum Hostile {
        GIF_OF_10_000_FRAMES(422, () -> AnimatedFile.gif(1, 1, Collections.nCopies(10_000, part(PIXEL, 0, 0)), 0)),
        GIF_OF_660_FRAMES(200, () -> AnimatedFile.gif(300, 300, Collections.nCopies(660, part(PIXEL, 9, 9)), 0)),
        APNG_OF_10_000_FRAMES(422, () -> AnimatedFile.apng(1, 1, Collections.nCopies(10_000, part(PIXEL, 0, 0)), 0)),
        APNG_OF_660_FRAMES(200, () -> AnimatedFile.apng(300, 300, pixels(660, 300), 0)),
        WEBP_OF_10_000_FRAMES(422, () -> AnimatedFile.webp(1, 1, Collections.nCopies(10_000, part(PIXEL, 0, 0)), 0)),
        WEBP_OF_660_FRAMES(200, () -> AnimatedFile.webp(300, 300, Collections.nCopies(660, part(PIXEL, 8, 8)), 0)),
        GIF_OF_FRAMES_OUTSIDE(
                200,
                () -> AnimatedFile.gif(
                        96, 96, List.of(part(face(), 0, 0), part(face(), 300, 300), part(face(), 90, 90)), 0)),
        GIF_OF_A_HUGE_SECOND_FRAME(422, () -> sized(AnimatedFile.gif(96, 96, THREE, 0), 1, 65_535)),
        GIF_OF_AN_EMPTY_SECOND_FRAME(200, () -> sized(AnimatedFile.gif(96, 96, THREE, 0), 1, 0)),
        APNG_OF_TOO_MANY_TRANSPARENT_COLORS(422, () -> transparentColors(AnimatedFile.apng(96, 96, THREE, 0), 30_000)),
        APNG_OF_A_FRAME_OUTSIDE(
                422, () -> AnimatedFile.apng(96, 96, List.of(part(face(), 0, 0), part(face(), 1, 1)), 0)),
        APNG_OF_A_NEGATIVE_OFFSET(
                422, () -> AnimatedFile.apng(96, 96, List.of(part(face(), 0, 0), part(face(), -1, 0)), 0)),
        WEBP_OF_A_FRAME_OUTSIDE(
                422, () -> AnimatedFile.webp(96, 96, List.of(part(face(), 0, 0), part(face(), 2, 0)), 0)),
        GIF_WITHOUT_DELAYS(
                200, () -> AnimatedFile.gif(96, 96, Collections.nCopies(3, new AnimatedFile.Part(face(), 0)), 0)),
        APNG_WITHOUT_DELAYS(
                200, () -> AnimatedFile.apng(96, 96, Collections.nCopies(3, new AnimatedFile.Part(face(), 0)), 0)),
        WEBP_WITHOUT_DELAYS(
                200, () -> AnimatedFile.webp(96, 96, Collections.nCopies(3, new AnimatedFile.Part(face(), 0)), 0)),
        GIF_OF_A_HUGE_CANVAS(0, () -> AnimatedFile.gif(7_000, 7_000, Collections.nCopies(4, part(PIXEL, 9, 9)), 0)),
        GIF_OF_A_HUGE_CANVAS_AND_MORE_FRAMES(
                422, () -> AnimatedFile.gif(7_000, 7_000, Collections.nCopies(5, part(PIXEL, 9, 9)), 0)),
        WEBP_OF_A_HUGE_CANVAS(0, () -> AnimatedFile.webp(7_000, 7_000, Collections.nCopies(4, part(PIXEL, 8, 8)), 0)),
        GIF_BOMB(0, HostileAnimationsTest::gifBomb),
        GIF_OF_UNDEFINED_CODES(422, () -> damagedData(AnimatedFile.gif(96, 96, THREE, 0))),
        GIF_CUT_WITHIN_A_FRAME(422, () -> cut(AnimatedFile.gif(96, 96, THREE, 0), 0.9)),
        GIF_CUT_BETWEEN_FRAMES(200, () -> cut(AnimatedFile.gif(96, 96, THREE, 0), 1)),
        GIF_WITHOUT_FRAMES(422, () -> AnimatedFile.gif(96, 96, List.of(), 0)),
        GIF_OF_GARBAGE_BETWEEN_FRAMES(
                200, () -> joined(cut(AnimatedFile.gif(96, 96, THREE, 0), 1), new byte[] {0x55, 1, 2, 3})),
        GIF_OF_A_MILLION_EXTENSIONS(200, HostileAnimationsTest::gifOfExtensions),
        APNG_CUT_WITHIN_A_FRAME(422, () -> cut(AnimatedFile.apng(96, 96, THREE, 0), 0.9)),
        APNG_THAT_DECLARES_A_MILLION_FRAMES(200, () -> AnimatedFile.apng(96, 96, THREE, 0, 1_000_000, List.of())),
        APNG_THAT_DECLARES_NO_FRAMES(200, () -> AnimatedFile.apng(96, 96, THREE, 0, 0, List.of())),
        WEBP_CUT_WITHIN_A_FRAME(422, () -> cut(AnimatedFile.webp(96, 96, THREE, 0), 0.9)),
        WEBP_OF_ANOTHER_CANVAS(422, () -> AnimatedFile.webp(95, 96, THREE, 0)),
        WEBP_OF_A_LYING_FRAME(422, () -> lyingFrame(AnimatedFile.webp(96, 96, THREE, 0)));

        /** 0 for 200, or 422 if there isn't enough memory. */
        private final int status;

        private final Supplier<byte[]> file;

        Hostile(int status, Supplier<byte[]> file) {
            this.status = status;
            this.file = file;
        }
    }

    private static AnimatedFile.Part part(BufferedImage pixels, int x, int y) {
        return new AnimatedFile.Part(pixels, x, y, AnimatedFile.KEEP, true, 40);
    }

    /** Of few colors, as a GIF has. */
    private static BufferedImage face() {
        BufferedImage face = new BufferedImage(96, 96, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 96 * 96; i++) {
            face.setRGB(i % 96, i / 96, FACE.getRGB(i % 96, i / 96) & 0xffc0c0c0);
        }
        return face;
    }

    /** The first frame of an APNG covers the canvas. */
    private static List<AnimatedFile.Part> pixels(int count, int side) {
        List<AnimatedFile.Part> parts = new ArrayList<>(Collections.nCopies(count, part(PIXEL, 9, 9)));
        parts.set(0, part(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.plain(side, side, Color.GRAY)), 0, 0));
        return parts;
    }

    /** Gives a frame of a GIF another size. */
    private static byte[] sized(byte[] gif, int frame, int side) {
        int at = -1;
        for (int i = 0; i <= frame; i++) {
            at = indexOf(gif, new byte[] {0x2c, 0, 0, 0, 0, 96, 0, 96, 0}, at + 1);
        }
        for (int i = 5; i <= 7; i += 2) {
            gif[at + i] = (byte) side;
            gif[at + i + 1] = (byte) (side >> 8);
        }
        return gif;
    }

    private static int indexOf(byte[] bytes, byte[] part, int start) {
        int at = start;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    /** Frames of 49 megapixels, each in some kilobytes of codes for ever longer strings. */
    private static byte[] gifBomb() {
        byte[] gif = AnimatedFile.gif(7_000, 7_000, List.of(part(PIXEL, 0, 0), part(PIXEL, 0, 0)), 0);
        byte[] data = new byte[40_000];
        // Codes of 9 to 12 bits that grow by one, each the string before and its first index again.
        int bits = 0;
        int at = 0;
        int code = 258;
        int size = 9;
        long buffer = 256;
        bits = 9;
        buffer |= 0L << bits;
        bits += 9;
        for (int i = 0; i < 20_000; i++) {
            buffer |= (long) code << bits;
            bits += size;
            if (code < 4_094) {
                code++;
                size = 32 - Integer.numberOfLeadingZeros(code);
            }
            while (bits >= 8 && at < data.length) {
                data[at++] = (byte) buffer;
                buffer >>>= 8;
                bits -= 8;
            }
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        int header = indexOf(gif, new byte[] {0x21, (byte) 0xf9}, 0);
        bomb.write(gif, 0, header);
        int image = indexOf(gif, new byte[] {0x2c}, header);
        byte[] head = Arrays.copyOfRange(gif, header, image + 10 + 768);
        for (int i = 5; i <= 7; i += 2) {
            head[image - header + i] = (byte) 7_000;
            head[image - header + i + 1] = (byte) (7_000 >> 8);
        }
        for (int i = 0; i < 4; i++) {
            bomb.writeBytes(head);
            bomb.writeBytes(AnimatedFile.subBlocks(8, data));
        }
        bomb.write(0x3b);
        return bomb.toByteArray();
    }

    private static byte[] gifOfExtensions() {
        byte[] gif = AnimatedFile.gif(96, 96, THREE, 0);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int second = indexOf(gif, new byte[] {0x21, (byte) 0xf9}, indexOf(gif, new byte[] {0x2c}, 40));
        file.write(gif, 0, second);
        for (int i = 0; i < 1_000_000; i++) {
            file.writeBytes(new byte[] {0x21, (byte) 0xfe, 0});
        }
        file.write(gif, second, gif.length - second);
        return file.toByteArray();
    }

    private static byte[] damagedData(byte[] gif) {
        int at = indexOf(gif, new byte[] {0x2c}, gif.length / 2) + 10 + 768 + 20;
        Arrays.fill(gif, at, at + 200, (byte) 0xff);
        return gif;
    }

    private static byte[] cut(byte[] file, double share) {
        return Arrays.copyOf(file, (int) ((file.length - 1) * share));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    /** Makes the second frame's image wider than the frame. */
    /** Returns {@code apng} with a chunk of transparent colors after its header. */
    private static byte[] transparentColors(byte[] apng, int length) {
        int header = 33;
        byte[] type = "tRNS".getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(new byte[length]);
        return ByteBuffer.allocate(apng.length + length + 12)
                .put(apng, 0, header)
                .putInt(length)
                .put(type)
                .put(new byte[length])
                .putInt((int) crc.getValue())
                .put(apng, header, apng.length - header)
                .array();
    }

    private static byte[] lyingFrame(byte[] webp) {
        byte[] name = "VP8L".getBytes(StandardCharsets.US_ASCII);
        int second = indexOf(webp, name, indexOf(webp, name, 0) + 1);
        webp[second + 9]++;
        return webp;
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest
    @EnumSource(Hostile.class)
    void hostileAnimation_isAnsweredOrRefused(Hostile hostile) {
        byte[] file = hostile.file.get();
        for (String format : List.of("gif", "apng")) {
            long before = cpu();
            HttpResponse<byte[]> response = SERVICE.post("/eyegoogler?seed=1&format=" + format, file);
            double seconds = (cpu() - before) / 1e9;
            System.out.printf("%s as %s: %d, %.1f s of CPU%n", hostile, format, response.statusCode(), seconds);

            Set<Integer> expected = hostile.status == 0 ? Set.of(200, 422) : Set.of(hostile.status);
            assertTrue(
                    expected.contains(response.statusCode()),
                    () -> response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
            assertTrue(seconds < MAX_CPU, "CPU: " + seconds + " s");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Hostile.class,
            names = {"GIF_WITHOUT_DELAYS", "APNG_WITHOUT_DELAYS", "WEBP_WITHOUT_DELAYS"})
    void framesWithoutDelay_areShownAsBrowsersDo(Hostile hostile) {
        for (String format : List.of("gif", "apng")) {
            byte[] moved = SERVICE.post("/eyegoogler?seed=1&format=" + format, hostile.file.get())
                    .body();

            ComposedFrames.open(moved).delays().forEach(delay -> assertEquals(0.1, delay.seconds()));
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
