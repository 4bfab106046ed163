package io.eyegoogler.cli.video;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs {@code ffmpeg} and {@code ffprobe} on the path, which end when this process does. Safe for use by several
 * threads.
 */
public final class Ffmpeg implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("ffmpeg version n?(\\d+)\\.(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Containers of videos; not the formats that name other files or addresses, such as playlists. */
    private static final String DEMUXERS = "mov,matroska,avi,mpegts,mpeg,mpegvideo,asf,flv,ogg";

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(() -> running.forEach(Process::destroyForcibly));
    /** See {@link #everyFrame()}; null before its first call. */
    private List<String> everyFrame;

    /** Prepares to run the programs. */
    public Ffmpeg() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns whether both programs are on the path. */
    public static boolean isInstalled() {
        return isOnPath("ffmpeg") && isOnPath("ffprobe");
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /**
     * Returns arguments by which ffmpeg reads {@code file} and nothing else, whatever its name and its content say.
     */
    static List<String> input(Path file) {
        return List.of("-protocol_whitelist", "file", "-format_whitelist", DEMUXERS, "-i", url(file));
    }

    static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    VideoInfo probe(Path file) throws IOException {
        return VideoInfo.of(ffprobe(file, "-of", "json", "-show_entries", VideoInfo.ENTRIES));
    }

    /** Returns the number of frames that the first video in {@code file} has, without decoding them. */
    long frames(Path file) throws IOException {
        Matcher digits = NUMBER.matcher(ffprobe(
                file,
                "-of",
                "csv=p=0",
                "-select_streams",
                "v:0",
                "-count_packets",
                "-show_entries",
                "stream=nb_read_packets"));
        return digits.find() ? Long.parseLong(digits.group()) : 0;
    }

    private String ffprobe(Path file, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "level+error"));
        command.addAll(List.of(options));
        command.addAll(input(file));
        try (FfmpegProcess probe = start(command, line -> {})) {
            probe.input().close();
            String output = new String(probe.output().readAllBytes(), StandardCharsets.UTF_8);
            probe.finish();
            return output;
        }
    }

    /** Returns arguments by which ffmpeg takes every frame at its own time; the first call runs it to get its version. */
    synchronized List<String> everyFrame() throws IOException {
        if (everyFrame == null) {
            // -fps_mode came with 5.1, and -vsync is to go.
            everyFrame = List.of(isBefore51() ? "-vsync" : "-fps_mode", "passthrough");
        }
        return everyFrame;
    }

    private boolean isBefore51() throws IOException {
        try (FfmpegProcess version = start(List.of("ffmpeg", "-version"), line -> {})) {
            Matcher number = VERSION.matcher(new String(version.output().readAllBytes(), StandardCharsets.UTF_8));
            return number.find() && 100 * Integer.parseInt(number.group(1)) + Integer.parseInt(number.group(2)) < 501;
        }
    }

    FfmpegProcess start(List<String> command, Consumer<String> messages) throws IOException {
        try {
            Process process = new ProcessBuilder(command).start();
            running.add(process);
            return new FfmpegProcess(process, messages, () -> running.remove(process));
        } catch (IOException missing) {
            throw new VideoException(
                    "Videos need the program " + command.get(0) + "; install it (Debian's package ffmpeg).", missing);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running.
        }
    }
}
