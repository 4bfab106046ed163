package io.eyegoogler.image.heif;

import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.testing.ColorProfiles;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import io.eyegoogler.testing.Requirements;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** libheif's own programs, which write test files and decode them as a reference. */
public final class Libheif {

    private static final MemorySize PLENTY = new MemorySize(1L << 30, 1L << 30);

    private Libheif() {}

    /** Skips the test where the converter isn't installed. */
    public static void require() {
        Programs.installed(HeifSupport.PACKAGE, "heif-convert", "heif-dec");
        Requirements.require(
                HeifSupport.installed().heic() && HeifSupport.installed().avif(),
                "install " + HeifSupport.PACKAGE + ": "
                        + HeifSupport.installed().explanation());
    }

    /** This project's reader, with memory for any photo. */
    public static PhotoReader reader() {
        require();
        return new PhotoReader(50_000_000, PLENTY, HeifSupport.installed());
    }

    /** Encodes a PNG as HEIC, or with {@code -A} as AVIF. */
    public static byte[] encode(Path folder, byte[] png, String... options) {
        String encoder = Programs.installed(HeifSupport.PACKAGE, "heif-enc");
        try {
            Path source = Files.write(folder.resolve("source.png"), png);
            Path target = folder.resolve("encoded");
            List<String> command = new ArrayList<>(List.of(encoder));
            command.addAll(List.of(options));
            command.addAll(List.of(source.toString(), "-o", target.toString()));
            Programs.run(command);
            return Files.readAllBytes(target);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] encode(Path folder, BufferedImage image, String... options) {
        return encode(folder, Photos.encode(image, "png"), options);
    }

    /**
     * Encodes a picture as HEIC with a property that heif-enc doesn't write itself. The property takes the place of the
     * color profile, whose box is larger.
     *
     * @param box type and content of the property's box
     */
    public static byte[] withProperty(Path folder, BufferedImage picture, byte[] box) {
        byte[] png = ColorProfiles.pngWith(ColorProfiles.srgb(), picture);
        byte[] heic = encode(folder, png, "-q", "95");
        int place = new String(heic, StandardCharsets.ISO_8859_1).indexOf("colrprof");
        System.arraycopy(box, 0, heic, place, box.length);
        return heic;
    }

    /** A color property of code points (ITU-T H.273), with BT.601's matrix and the full range. */
    public static byte[] nclx(int primaries, int transfer) {
        return ByteBuffer.allocate(15)
                .put(FileParts.ascii("colrnclx"))
                .putShort((short) primaries)
                .putShort((short) transfer)
                .putShort((short) 6)
                .put((byte) 0x80)
                .array();
    }

    /** The PNG to which libheif's converter converts a file that has one image. */
    public static byte[] convert(Path folder, byte[] file) {
        String converter = Programs.installed(HeifSupport.PACKAGE, "heif-convert", "heif-dec");
        try {
            Path source = Files.write(folder.resolve("source.heic"), file);
            Path target = folder.resolve("converted.png");
            Programs.run(List.of(converter, source.toString(), target.toString()));
            byte[] png = Files.readAllBytes(target);
            Files.delete(target);
            return png;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The directories that conversions of {@code process} have in memory at the moment. */
    public static List<Path> directories(ProcessHandle process) {
        try (Stream<Path> files = Files.list(ConverterDirectory.MEMORY)) {
            return files.filter(file -> file.getFileName().toString().startsWith(ConverterDirectory.NAME))
                    .filter(file -> file.getFileName().toString().contains("-" + process.pid() + "-"))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
