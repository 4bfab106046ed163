package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** HEIC files by libheif's own programs, and what these make of them; without them the test is skipped. */
public final class HeicFiles {

    private static final String PACKAGE = "libheif-examples";

    private HeicFiles() {}

    /**
     * Encodes a picture.
     *
     * @param picture a JPEG or PNG
     * @param suffix that of its name
     * @param options of heif-enc
     */
    public static byte[] encoded(Path folder, byte[] picture, String suffix, String... options) {
        List<String> command = new ArrayList<>(List.of(Programs.installed(PACKAGE, "heif-enc")));
        command.addAll(List.of(options));
        return run(folder, picture, suffix, command, "-o", "encoded.heic");
    }

    /**
     * Encodes a picture and gives the HEIC a property: heif-enc writes no such one itself, and the property takes the
     * place of the color profile, whose box is larger.
     *
     * @param box type and content of the property's box
     */
    public static byte[] withProperty(Path folder, BufferedImage picture, byte[] box) {
        byte[] png = ColorProfiles.pngWith(ColorProfiles.srgb(), picture);
        byte[] heic = encoded(folder, png, ".png", "-q", "95");
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

    /** Decodes it to the pixels that libheif gives. */
    public static BufferedImage decoded(Path folder, byte[] heic) {
        List<String> command = List.of(Programs.installed(PACKAGE, "heif-convert", "heif-dec"));
        return Photos.decode(run(folder, heic, ".heic", command, null, "decoded.png"));
    }

    private static byte[] run(
            Path folder, byte[] file, String suffix, List<String> before, String option, String output) {
        try {
            Path source = Files.write(folder.resolve("source" + suffix), file);
            Path target = folder.resolve(output);
            List<String> command = new ArrayList<>(before);
            command.add(source.toString());
            if (option != null) {
                command.add(option);
            }
            command.add(target.toString());
            Programs.run(command);
            byte[] result = Files.readAllBytes(target);
            Files.delete(source);
            Files.delete(target);
            return result;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
