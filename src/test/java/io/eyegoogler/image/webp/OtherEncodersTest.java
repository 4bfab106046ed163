package io.eyegoogler.image.webp;

import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import io.eyegoogler.testing.Programs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes files of libwebp's encoder to the same pixels as libwebp's decoder, where both are installed. */
class OtherEncodersTest {

    @TempDir
    private Path folder;

    private final PhotoReader reader = new PhotoReader(1_000_000);
    private String cwebp;
    private String dwebp;

    @BeforeEach
    void find() {
        cwebp = Programs.installed("webp", "cwebp");
        dwebp = Programs.installed("webp", "dwebp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-m 0 -q 0",
                "-m 2 -q 50",
                "-m 4 -q 100",
                "-m 6 -q 20 -pass 6",
                "-f 0",
                "-f 100 -sharpness 0",
                "-f 50 -sharpness 7",
                "-f 30 -nostrong",
                "-segments 1 -q 30",
                "-sns 100 -q 10",
                "-partition_limit 100",
                "-alpha_method 0 -alpha_filter none",
                "-alpha_method 0 -alpha_filter best",
                "-alpha_filter fast",
                "-alpha_q 20",
                "-z 0",
                "-z 5",
                "-z 9",
                "-near_lossless 0",
                "-near_lossless 60",
                "-lossless -exact"
            })
    void eachOption_hasThePixelsOfLibwebp(String options) throws IOException {
        BufferedImage photo =
                Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.cropped(Photos.portrait(), 150, 20, 161, 99));
        for (int x = 0; x < photo.getWidth(); x++) {
            for (int y = 0; y < 40; y++) {
                photo.setRGB(x, y, photo.getRGB(x, y) & 0xffffff | Math.min(255, x + y) << 24);
            }
        }
        assertSamePixels(photo, options);
    }

    @Test
    void oddSizes_haveThePixelsOfLibwebp() throws IOException {
        for (int side = 1; side <= 17; side += 2) {
            assertSamePixels(Photos.cropped(Photos.portrait(), 180, 80, side, 18 - side), "-q 60");
            assertSamePixels(Photos.cropped(Photos.portrait(), 180, 80, 18 - side, side), "-lossless");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 256})
    void palettes_haveThePixelsOfLibwebp(int colors) throws IOException {
        BufferedImage photo = new BufferedImage(37, 29, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 37 * 29; i++) {
            photo.setRGB(i % 37, i / 37, i * i % colors * 0x1f3d57 & 0xffffff);
        }
        assertSamePixels(photo, "-lossless");
    }

    private void assertSamePixels(BufferedImage photo, String options) throws IOException {
        Path source = Files.write(folder.resolve("source.png"), Photos.encode(photo, "png"));
        Path file = folder.resolve("file.webp");
        Path right = folder.resolve("right.png");
        List<String> encode = new ArrayList<>(List.of(cwebp, "-quiet"));
        encode.addAll(List.of(options.split(" ")));
        encode.addAll(List.of(source.toString(), "-o", file.toString()));
        Programs.run(encode);
        Programs.run(List.of(dwebp, "-quiet", "-nodither", file.toString(), "-o", right.toString()));

        Pixels.assertSame(Photos.decode(Files.readAllBytes(right)), reader.read(Files.readAllBytes(file)));
    }
}
