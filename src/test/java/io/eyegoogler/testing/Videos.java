package io.eyegoogler.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clips of the portrait that ffmpeg makes, and what ffprobe says of clips. */
public final class Videos {

    private Videos() {}

    /** The portrait, moving from side to side before a plain wall, with a tone; two seconds. */
    public static Path make(Path file, String filters, String... encoding) throws IOException {
        String ffmpeg = Programs.installed("ffmpeg", "ffmpeg");
        Path portrait = Files.createTempFile(file.getParent(), "portrait", ".png");
        Files.write(portrait, Photos.PORTRAIT);
        String graph = "[0][1]overlay=x='60+60*sin(t*3)':y=-20:shortest=1" + filters + "[v]";
        List<String> command = new ArrayList<>(List.of(ffmpeg, "-y", "-v", "error"));
        command.addAll(List.of("-f", "lavfi", "-i", "color=c=0x446688:s=640x480:r=30:d=2"));
        command.addAll(List.of("-loop", "1", "-t", "2", "-r", "30", "-i", "file:" + portrait));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=f=440:d=2"));
        command.addAll(List.of("-filter_complex", graph, "-map", "[v]", "-map", "2:a"));
        command.addAll(Arrays.asList(encoding));
        command.add("file:" + file);
        Programs.run(command);
        Files.delete(portrait);
        return file;
    }

    /** What ffprobe prints of these entries, a line each. */
    public static List<String> probe(Path file, String streams, String entries) {
        String text = new String(
                Programs.run(List.of(
                        Programs.installed("ffmpeg", "ffprobe"),
                        "-v",
                        "error",
                        "-select_streams",
                        streams,
                        "-show_entries",
                        entries,
                        "-of",
                        "csv=p=0",
                        "file:" + file)),
                StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line.replaceFirst(",$", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The bytes of a stream as the file has them. */
    public static byte[] stream(Path file, String stream) {
        return Programs.run(List.of(
                Programs.installed("ffmpeg", "ffmpeg"),
                "-v",
                "error",
                "-i",
                "file:" + file,
                "-map",
                "0:" + stream,
                "-c",
                "copy",
                "-f",
                "data",
                "-"));
    }

    /** A frame as a PNG. */
    public static byte[] frame(Path file, int number) {
        return Programs.run(List.of(
                Programs.installed("ffmpeg", "ffmpeg"),
                "-v",
                "error",
                "-i",
                "file:" + file,
                "-vf",
                "select=eq(n\\," + number + ")",
                "-frames:v",
                "1",
                "-f",
                "image2pipe",
                "-c:v",
                "png",
                "-"));
    }
}
