package io.eyegoogler.cli.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The frames of a video, upright, with square pixels, as ffmpeg decodes them. */
final class FrameSource implements AutoCloseable {

    /** HDR to SDR: BT.2020 to light, then its brightest parts compressed (BT.2408: diffuse white is at 203 cd/m²). */
    private static final String TONE_MAP =
            "setparams=color_primaries=bt2020:colorspace=bt2020nc,zscale=transfer=linear:npl=203,format=gbrpf32le,zscale=primaries=bt709,"
                    + "tonemap=mobius:desat=0,zscale=transfer=bt709:matrix=bt709:range=tv,format=yuv420p";

    /** Without these flags, ffmpeg's faster conversions make pictures darker by up to two of 255 levels. */
    private static final String EXACT = "bilinear+accurate_rnd+full_chroma_int";

    private final FfmpegProcess ffmpeg;
    private final FrameTimes times;

    private FrameSource(FfmpegProcess ffmpeg, FrameTimes times) {
        this.ffmpeg = ffmpeg;
        this.times = times;
    }

    static FrameSource open(Ffmpeg programs, Path file, VideoInfo video) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-loglevel", "level+info", "-nostats"));
        command.addAll(Ffmpeg.input(file));
        command.addAll(List.of("-map", "0:" + video.index(), "-vf", filters(video)));
        command.addAll(programs.everyFrame());
        command.addAll(List.of("-f", "rawvideo", "pipe:1"));
        FrameTimes times = new FrameTimes();
        FfmpegProcess ffmpeg = programs.start(command, times);
        ffmpeg.input().close();
        return new FrameSource(ffmpeg, times);
    }

    private static String filters(VideoInfo video) {
        List<String> filters = new ArrayList<>();
        if (video.interlaced()) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        if (video.squarePixels()) {
            filters.add("crop=floor(iw/2)*2:floor(ih/2)*2:0:0:exact=1");
        }
        String matrix = video.color().matrix();
        if (video.color().isHighDynamicRange()) {
            filters.add(TONE_MAP);
            matrix = "bt709";
        }
        // A fixed size, since a video may change its own.
        filters.add("scale=" + video.width() + ":" + video.height() + ":in_color_matrix=" + matrix + ":flags=" + EXACT);
        filters.add("format=bgr24");
        filters.add("showinfo=checksum=0");
        return String.join(",", filters);
    }

    /**
     * Reads the next frame into {@code image}, or returns null after the last.
     *
     * @param image of the size of the video
     */
    VideoFrame next(BufferedImage image) throws IOException {
        byte[] samples = VideoFrame.samples(image);
        int read = ffmpeg.output().readNBytes(samples, 0, samples.length);
        if (read < samples.length) {
            ffmpeg.finish();
            return null;
        }
        try {
            return new VideoFrame(image, times.take());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Returns the length of a tick; known once there is a frame. */
    FrameTimes.TimeBase timeBase() {
        return times.timeBase();
    }

    @Override
    public void close() {
        ffmpeg.close();
    }
}
