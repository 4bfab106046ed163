package io.eyegoogler.cli.video;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes frames to a video file through ffmpeg, with the audio and the subtitles of another, and none of its metadata. */
final class FrameSink implements AutoCloseable {

    private static final BigInteger NANOSECONDS = BigInteger.valueOf(1_000_000_000);

    private final Ffmpeg programs;
    private final Path result;
    private final FfmpegProcess ffmpeg;
    private final MatroskaFrames frames;
    private final FrameTimes.TimeBase timeBase;
    private final long begin;

    private long written;

    private FrameSink(
            Ffmpeg programs,
            Path result,
            FfmpegProcess ffmpeg,
            MatroskaFrames frames,
            FrameTimes.TimeBase timeBase,
            long begin) {
        this.programs = programs;
        this.result = result;
        this.ffmpeg = ffmpeg;
        this.frames = frames;
        this.timeBase = timeBase;
        this.begin = begin;
    }

    /**
     * Starts to write.
     *
     * @param original with the audio and the subtitles
     * @param begin the time of the first frame, ticks
     * @param result the file to write
     */
    static FrameSink open(
            Ffmpeg programs,
            Path original,
            VideoInfo video,
            FrameTimes.TimeBase timeBase,
            long begin,
            Path result,
            VideoContainer container)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-loglevel", "level+error", "-y"));
        // ffmpeg lets each input begin at 0.
        command.addAll(List.of("-itsoffset", String.format(Locale.ROOT, "%.6f", timeBase.seconds(begin))));
        command.addAll(List.of("-f", "matroska", "-probesize", "32", "-i", "pipe:0"));
        command.addAll(Ffmpeg.input(original));
        command.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-map", "0:v", "-c:v"));
        command.addAll(container.videoEncoder());
        command.addAll(List.of("-vf", filters(video.color())));
        String base = timeBase.numerator() + ":" + timeBase.denominator();
        command.addAll(List.of("-enc_time_base", base));
        command.addAll(programs.everyFrame());
        command.addAll(streams(video, container));
        if (container == VideoContainer.MP4 || container == VideoContainer.MOV) {
            command.addAll(List.of("-video_track_timescale", Long.toString(timeBase.denominator())));
            command.addAll(List.of("-movflags", "+faststart"));
        }
        command.addAll(List.of("-f", container.muxer(), Ffmpeg.url(result)));
        FfmpegProcess ffmpeg = programs.start(command, line -> {});
        MatroskaFrames frames = new MatroskaFrames(
                new BufferedOutputStream(ffmpeg.input()),
                video.width(),
                video.height(),
                Math.round(video.secondsPerFrame() * NANOSECONDS.longValue()));
        return new FrameSink(programs, result, ffmpeg, frames, timeBase, begin);
    }

    private static String filters(VideoInfo.Color color) {
        boolean mapped = color.isHighDynamicRange();
        String matrix = mapped ? "bt709" : color.matrix();
        return "scale=out_color_matrix=" + matrix
                + ":out_range=tv:flags=bicubic+accurate_rnd,format=yuv420p,setparams=range=tv:colorspace="
                + matrix
                + ":color_trc=" + (mapped ? "bt709" : color.transfer())
                + ":color_primaries=" + (mapped ? "bt709" : color.primaries());
    }

    private static List<String> streams(VideoInfo video, VideoContainer container) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < video.audio().size(); i++) {
            VideoInfo.Stream audio = video.audio().get(i);
            add(arguments, audio, "a:" + i, container.audioEncoder(audio.codec()));
        }
        for (int i = 0; i < video.subtitles().size(); i++) {
            VideoInfo.Stream subtitle = video.subtitles().get(i);
            add(arguments, subtitle, "s:" + i, container.subtitleEncoder(subtitle.codec()));
        }
        return arguments;
    }

    private static void add(List<String> arguments, VideoInfo.Stream stream, String place, String encoder) {
        arguments.addAll(List.of("-map", "1:" + stream.index(), "-c:" + place, encoder));
        arguments.addAll(List.of("-metadata:s:" + place, "language=" + stream.language()));
    }

    void write(VideoFrame frame) throws IOException {
        long nanoseconds = BigInteger.valueOf(frame.ticks() - begin)
                .multiply(BigInteger.valueOf(timeBase.numerator()))
                .multiply(NANOSECONDS)
                .divide(BigInteger.valueOf(timeBase.denominator()))
                .longValue();
        try {
            frames.write(VideoFrame.samples(frame.image()), nanoseconds);
            written++;
        } catch (IOException broken) {
            // ffmpeg has ended; its own error says why.
            ffmpeg.finish();
            throw broken;
        }
    }

    /** Completes the file, and checks that it is complete: on a full disk, ffmpeg may end with status 0 all the same. */
    void finish() throws IOException {
        ffmpeg.input().close();
        ffmpeg.finish();
        long complete;
        try {
            complete = programs.frames(result);
        } catch (VideoException unreadable) {
            complete = 0;
        }
        if (complete != written) {
            throw new VideoException(
                    "Only " + complete + " of " + written + " frames could be written; is the disk full?");
        }
    }

    @Override
    public void close() {
        ffmpeg.close();
    }
}
