package io.eyegoogler.cli.video;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The containers that results of videos can have. */
public enum VideoContainer {
    MP4("mp4", "aac", "mov_text", "aac", "mp3", "ac3", "eac3", "opus", "flac", "alac", "mov_text"),
    MOV("mov", "aac", "mov_text", "aac", "mp3", "ac3", "eac3", "alac", "pcm", "mov_text"),
    /** Holds any audio and any subtitles, but for those that only MP4 has. */
    MKV("matroska", "aac", "srt"),
    WEBM("webm", "libopus", "webvtt", "opus", "vorbis", "webvtt");

    /** The extensions of the files that are videos by their names. */
    public static final List<String> EXTENSIONS = List.of(
            "mp4", "mov", "m4v", "webm", "mkv", "avi", "mpg", "mpeg", "ts", "mts", "m2ts", "3gp", "wmv", "flv", "ogv");

    /** H.264, nearly lossless to the eye; each slower preset takes a third longer for a few percent of the size. */
    private static final List<String> H264 = List.of("libx264", "-preset", "veryfast", "-crf", "18");

    private static final List<String> VP9 =
            List.of("libvpx-vp9", "-crf", "24", "-b:v", "0", "-deadline", "realtime", "-cpu-used", "6", "-row-mt", "1");

    private final String muxer;
    private final String audioEncoder;
    private final String subtitleEncoder;
    private final Set<String> copied;

    VideoContainer(String muxer, String audioEncoder, String subtitleEncoder, String... copied) {
        this.muxer = muxer;
        this.audioEncoder = audioEncoder;
        this.subtitleEncoder = subtitleEncoder;
        this.copied = Set.of(copied);
    }

    /** Returns the container for the result of a video with that extension: its own if that can be, else MP4. */
    public static VideoContainer of(String extension) {
        return find(extension).orElse(MP4);
    }

    /** Returns whether results of videos can have that extension. */
    public static boolean isExtension(String extension) {
        return find(extension).isPresent();
    }

    private static Optional<VideoContainer> find(String extension) {
        return Arrays.stream(values())
                .filter(container -> container.extension().equals(extension.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the extensions of results, as in "mp4, mov". */
    public static String names() {
        return Stream.of(values()).map(VideoContainer::extension).collect(Collectors.joining(", "));
    }

    /** Returns the extension of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String muxer() {
        return muxer;
    }

    List<String> videoEncoder() {
        return this == WEBM ? VP9 : H264;
    }

    /** Returns how an audio stream with that codec gets into the file: as it is if the container takes that. */
    String audioEncoder(String codec) {
        return takes(codec) ? "copy" : audioEncoder;
    }

    /** Returns how subtitles with that codec, which are text, get into the file. */
    String subtitleEncoder(String codec) {
        return takes(codec) && !(this == MKV && codec.equals("mov_text")) ? "copy" : subtitleEncoder;
    }

    private boolean takes(String codec) {
        // PCM has a codec for each size and order of its samples.
        return copied.isEmpty() || copied.contains(codec.replaceFirst("^pcm_.*", "pcm"));
    }
}
