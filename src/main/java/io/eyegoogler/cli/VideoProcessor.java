package io.eyegoogler.cli;

import io.eyegoogler.FaceTracker;
import io.eyegoogler.cli.video.Ffmpeg;
import io.eyegoogler.cli.video.VideoContainer;
import io.eyegoogler.cli.video.VideoConverter;
import java.io.IOException;
import java.nio.file.Path;

/** Processes videos one after the other: each keeps several processors busy. Safe for use by several threads. */
final class VideoProcessor implements AutoCloseable {

    private final Ffmpeg programs = new Ffmpeg();
    private final VideoConverter converter;
    private final ProgressBar progress;

    /**
     * Creates a processor.
     *
     * @param maxPixels of a frame
     */
    VideoProcessor(long maxPixels, ProgressBar progress) {
        this.converter = new VideoConverter(programs, maxPixels);
        this.progress = progress;
    }

    /** Draws eyes on {@code video}, and writes the result to {@code part}; returns the number of eyes drawn. */
    synchronized long convert(InputPhoto video, Path part, FaceTracker tracker) throws IOException {
        VideoContainer container = VideoContainer.of(video.result().extension());
        progress.begin();
        try {
            return converter.convert(video.file(), part, container, tracker, progress::setShare);
        } finally {
            progress.setShare(0);
        }
    }

    @Override
    public void close() {
        programs.close();
    }
}
