package io.eyegoogler.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Decodes animations by other programs: all composed frames one after the other, red, green, blue and alpha. */
public final class OtherDecoders {

    private static final String PILLOW = """
            import sys
            from PIL import Image, ImageSequence
            with Image.open(sys.argv[1]) as image:
                for frame in ImageSequence.Iterator(image):
                    sys.stdout.buffer.write(frame.convert('RGBA').tobytes())
            """;
    private static final String PILLOW_DELAYS = """
            import sys
            from PIL import Image
            with Image.open(sys.argv[1]) as image:
                print(image.info.get('loop', 'none'))
                for i in range(image.n_frames):
                    image.seek(i)
                    image.load()
                    print(image.info['duration'])
            """;

    private OtherDecoders() {}

    private static byte[] run(Path folder, byte[] file, List<String> before, List<String> after) {
        try {
            Path input = Files.write(Files.createTempFile(folder, "moving", ".bin"), file);
            List<String> command = new java.util.ArrayList<>(before);
            command.add(input.toString());
            command.addAll(after);
            return Programs.run(command);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String python() {
        String python = "/usr/bin/python3";
        boolean pillow = Files.isExecutable(Path.of(python)) && Programs.succeeds(List.of(python, "-c", "import PIL"));
        return pillow ? python : Requirements.missing("install python3-pil");
    }

    public static byte[] byPillow(Path folder, byte[] file) {
        return run(folder, file, List.of(python(), "-c", PILLOW), List.of());
    }

    /** The loop count, and the delay of each frame, ms, as Pillow reads them. */
    public static List<String> delaysByPillow(Path folder, byte[] file) {
        return new String(run(folder, file, List.of(python(), "-c", PILLOW_DELAYS), List.of()))
                .lines()
                .toList();
    }

    public static byte[] byImageMagick(Path folder, byte[] gif) {
        String convert = Programs.installed("imagemagick", "convert-im6.q16", "convert");
        return run(folder, gif, List.of(convert), List.of("-coalesce", "-depth", "8", "rgba:-"));
    }

    public static byte[] byFfmpeg(Path folder, byte[] file) {
        String ffmpeg = Programs.installed("ffmpeg", "ffmpeg");
        return run(
                folder,
                file,
                List.of(ffmpeg, "-v", "error", "-i"),
                List.of("-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "-"));
    }
}
