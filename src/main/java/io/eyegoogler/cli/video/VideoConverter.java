package io.eyegoogler.cli.video;

import io.eyegoogler.FaceTracker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/**
 * Draws eyes on the frames of videos. Frames are decoded, drawn on and encoded at the same time, each in a thread or a
 * process of its own; a few images are used again and again, so memory does not grow with the length.
 */
public final class VideoConverter {

    /** One that is read, one that is drawn on, one that is written, and one between each two. */
    private static final int IMAGES = 5;

    private static final double NANOSECONDS = 1e9;

    private final Ffmpeg programs;
    private final long maxPixels;

    /**
     * Creates a converter.
     *
     * @param maxPixels of a frame
     */
    public VideoConverter(Ffmpeg programs, long maxPixels) {
        this.programs = programs;
        this.maxPixels = maxPixels;
    }

    /**
     * Draws eyes on a video.
     *
     * @param video the file to read
     * @param result the file to write, which stays incomplete if this throws
     * @param container what kind of file it is to be
     * @param tracker new, for this video
     * @param progress receives which share is done, from 0 to 1
     * @return the number of eyes drawn on all frames together
     * @throws VideoException if ffmpeg is not there, or fails
     */
    public long convert(Path video, Path result, VideoContainer container, FaceTracker tracker, DoubleConsumer progress)
            throws IOException {
        VideoInfo info = programs.probe(video);
        if ((long) info.width() * info.height() > maxPixels) {
            throw new VideoException("The frames have " + info.width() + " × " + info.height()
                    + " pixels; the limit is " + maxPixels + " (--max-pixels).");
        }
        try (FrameSource source = FrameSource.open(programs, video, info)) {
            VideoFrame first = source.next(image(info));
            if (first == null) {
                throw new VideoException("There is no frame in the video.");
            }
            FrameTimes.TimeBase base = source.timeBase();
            try (FrameSink sink = FrameSink.open(programs, video, info, base, first.ticks(), result, container)) {
                Pipeline pipeline = new Pipeline(source, sink, info);
                pipeline.free.remove();
                long eyes = pipeline.run(first, frame -> {
                    double seconds = base.seconds(frame.ticks() - first.ticks());
                    progress.accept(info.seconds() > 0 ? Math.min(1, seconds / info.seconds()) : 0);
                    return tracker.paint(frame.image(), Duration.ofNanos(Math.round(seconds * NANOSECONDS)))
                            .size();
                });
                sink.finish();
                return eyes;
            }
        }
    }

    private static BufferedImage image(VideoInfo info) {
        return new BufferedImage(info.width(), info.height(), BufferedImage.TYPE_3BYTE_BGR);
    }

    private interface Painter {
        /** Returns the number of eyes drawn. */
        int paint(VideoFrame frame);
    }

    /** Reads, paints and writes at the same time. */
    private static final class Pipeline {

        /** Follows the last frame. */
        private static final VideoFrame END = new VideoFrame(null, 0);

        private final FrameSource source;
        private final FrameSink sink;
        private final BlockingQueue<BufferedImage> free = new ArrayBlockingQueue<>(IMAGES);
        private final BlockingQueue<VideoFrame> read = new ArrayBlockingQueue<>(IMAGES + 2);
        private final BlockingQueue<VideoFrame> painted = new ArrayBlockingQueue<>(IMAGES + 1);

        Pipeline(FrameSource source, FrameSink sink, VideoInfo info) {
            this.source = source;
            this.sink = sink;
            for (int i = 0; i < IMAGES; i++) {
                free.add(image(info));
            }
        }

        long run(VideoFrame first, Painter painter) throws IOException {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<?> reading = threads.submit(() -> read());
                Future<?> writing = threads.submit(() -> write());
                long eyes = 0;
                VideoFrame frame = first;
                while (frame != END && !writing.isDone()) {
                    eyes += painter.paint(frame);
                    painted.put(frame);
                    frame = read.take();
                }
                painted.put(END);
                writing.get();
                reading.get();
                return eyes;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
            } finally {
                end(threads);
            }
        }

        /** Ends ffmpeg first if the threads are still waiting for it. */
        private void end(ExecutorService threads) {
            threads.shutdownNow();
            try {
                if (!threads.awaitTermination(100, TimeUnit.MILLISECONDS)) {
                    source.close();
                    sink.close();
                    threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private Void read() throws IOException, InterruptedException {
            try {
                VideoFrame frame = source.next(free.take());
                while (frame != null) {
                    read.put(frame);
                    frame = source.next(free.take());
                }
                return null;
            } finally {
                read.add(END);
            }
        }

        private Void write() throws IOException, InterruptedException {
            try {
                VideoFrame frame = painted.take();
                while (frame != END) {
                    sink.write(frame);
                    free.put(frame.image());
                    frame = painted.take();
                }
                return null;
            } finally {
                // After a failure nobody else would end the wait for the next frame.
                read.add(END);
            }
        }
    }
}
