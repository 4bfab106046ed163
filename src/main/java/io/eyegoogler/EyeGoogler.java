package io.eyegoogler;

import io.eyegoogler.detect.fused.DetectorsByMode;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.image.PhotoFile;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.image.PixelLayout;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.image.moving.FrameSequence;
import io.eyegoogler.limits.MemoryBudget;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.limits.ProcessMemory;
import io.eyegoogler.limits.ProcessorLoad;
import io.eyegoogler.track.MultiFaceTracker;
import io.eyegoogler.track.RollingPupils;
import java.awt.image.BufferedImage;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Gives the people in a photo googly eyes: bytes → upright pixels → faces → eyes → bytes.
 *
 * <pre>{@code
 * try (EyeGoogler googler = EyeGoogler.load()) {
 *     GooglyPhoto googly = googler.googly(Files.readAllBytes(photo), GooglyOptions.DEFAULT.withStyle(EyeStyle.CAT));
 *     Files.write(result, googly.file());
 * }
 * }</pre>
 *
 * <p>Loading takes a second or more, so keep one instance for the life of the program. Instances are safe for use by
 * many threads at once; work on one photo is shared between the calling thread and a few helpers. Photos for whose
 * pixels there is no memory wait until others are done. Call it from a fixed pool rather than from ever new threads:
 * TensorFlow keeps some memory for every thread that it has run on.
 *
 * <p>All methods throw {@link NullPointerException} for an argument that is null. Those that take a photo, an image or
 * options throw {@link IllegalStateException} once the instance is closed, and {@link WorkCancelledException} with
 * {@link Cancellation.Reason#INTERRUPTED} if their thread is interrupted while it waits; its interrupt status stays set.
 */
public final class EyeGoogler implements AutoCloseable {

    private final EyeGooglerConfig config;
    private final PhotoReader reader;
    private final DetectorsByMode detectors;
    private final MemoryBudget memory = new MemoryBudget(ProcessMemory.photos());
    /** Read while a call is under way, written to close. */
    private final ReentrantReadWriteLock calls = new ReentrantReadWriteLock();

    private boolean closed;

    private EyeGoogler(EyeGooglerConfig config, DetectorsByMode detectors) {
        this.config = config;
        this.reader = new PhotoReader(config.maxPixels(), memory.capacity(), HeifSupport.of(config.heif()));
        this.detectors = detectors;
    }

    /**
     * Loads the models with {@link EyeGooglerConfig#DEFAULT}.
     *
     * @return the loaded instance, to be closed
     */
    public static EyeGoogler load() {
        return load(EyeGooglerConfig.DEFAULT);
    }

    /**
     * Loads the models.
     *
     * @param config what to load, and how to work
     * @return the loaded instance, to be closed
     * @throws IllegalArgumentException if a model isn't where {@code config} says, is damaged, or isn't the one that is
     *     needed; nothing stays loaded then
     */
    public static EyeGoogler load(EyeGooglerConfig config) {
        Objects.requireNonNull(config, "config");
        return new EyeGoogler(
                config, DetectorsByMode.load(config.modelDirectory().orElse(null)));
    }

    /** {@return the configuration that the models were loaded with} */
    public EyeGooglerConfig config() {
        return config;
    }

    /**
     * {@return {@code photo} with googly eyes on every face, as a file of the format in {@code options}} If the photo moves,
     * so does a file of a format that does, with eyes in every frame; of others it is the first frame.
     *
     * @param photo a file's bytes: JPEG, PNG, WebP, GIF, TIFF, BMP, PNM, PAM, PFM, Radiance HDR or Sun raster, or HEIC or
     *     AVIF as {@link EyeGooglerConfig#heif} says; it is turned upright as its EXIF says
     * @param options how the eyes should be, and the format of the file
     * @throws PhotoRejectedException if {@code photo} can't be processed
     */
    public GooglyPhoto googly(byte[] photo, GooglyOptions options) {
        return googly(wrap(photo), options, Cancellation.NEVER, StageListener.NONE);
    }

    /**
     * {@return {@code photo} with googly eyes on every face, with {@code listener} around each stage}
     *
     * @param photo the bytes from its position to its limit, which stay as they are
     * @param options how the eyes should be, and the format of the file
     * @param cancellation checked every few milliseconds
     * @param listener called on this thread
     * @throws PhotoRejectedException if {@code photo} can't be processed
     * @throws WorkCancelledException if {@code cancellation} says so
     */
    public GooglyPhoto googly(
            ByteBuffer photo, GooglyOptions options, Cancellation cancellation, StageListener listener) {
        long seed = seed(options);
        return googly(photo, detected(options, seed), options, seed, cancellation, listener);
    }

    /**
     * {@return {@code photo} with {@code eyes} drawn on it, as a file of the format in {@code options}; no face is
     * looked for} With the eyes of {@link #faces(byte[], GooglyOptions)} and the same options and seed, the file is the
     * one that {@link #googly(byte[], GooglyOptions)} returns.
     *
     * @param photo a file's bytes, as for {@link #googly(byte[], GooglyOptions)}
     * @param eyes in px of the upright photo, drawn in this order
     * @param options the style of eyes that have none of their own, the format, and, for a format that moves, the seed
     * @throws PhotoRejectedException if {@code photo} can't be processed
     */
    public GooglyPhoto googly(byte[] photo, List<Eye> eyes, GooglyOptions options) {
        return googly(wrap(photo), eyes, options, Cancellation.NEVER, StageListener.NONE);
    }

    /**
     * {@return {@code photo} with {@code eyes} drawn on it, with {@code listener} around each stage}
     *
     * @param photo the bytes from its position to its limit, which stay as they are
     * @param eyes in px of the upright photo, drawn in this order
     * @param options as for {@link #googly(byte[], List, GooglyOptions)}
     * @param cancellation checked every few milliseconds
     * @param listener called on this thread
     * @throws PhotoRejectedException if {@code photo} can't be processed
     * @throws WorkCancelledException if {@code cancellation} says so
     */
    public GooglyPhoto googly(
            ByteBuffer photo,
            List<Eye> eyes,
            GooglyOptions options,
            Cancellation cancellation,
            StageListener listener) {
        return googly(photo, EyeSource.given(eyes), options, seed(options), cancellation, listener);
    }

    private GooglyPhoto googly(
            ByteBuffer photo,
            EyeSource source,
            GooglyOptions options,
            long seed,
            Cancellation cancellation,
            StageListener listener) {
        require(photo, cancellation, listener);
        PhotoRenderer renderer = new PhotoRenderer(options, seed, cancellation, listener);
        return whileOpen(() -> {
            PhotoFile file = reader.open(photo.slice(), cancellation);
            Optional<FrameSequence> frames =
                    options.format().moving() ? file.frames(config.maxFramesPixels(), cancellation) : Optional.empty();
            if (frames.isPresent()) {
                MemorySize needed = PhotoWriter.memory(frames.get()).atMost(memory.capacity());
                return holding(needed, cancellation, () -> renderer.moving(frames.get(), source));
            }
            return holding(file.memoryToDecodeAndEncode(), cancellation, () -> {
                BufferedImage image = listener.around(Stage.DECODE, () -> file.decode(cancellation));
                return renderer.still(image, source);
            });
        });
    }

    /**
     * {@return a copy of {@code image} with googly eyes on every face}
     *
     * @param image of any type; it stays as it is
     * @param options of which {@code format} has no effect
     */
    public GooglyImage googly(BufferedImage image, GooglyOptions options) {
        long seed = seed(options);
        return googly(image, detected(options, seed), options, seed);
    }

    /**
     * {@return a copy of {@code image} with {@code eyes} drawn on it}
     *
     * @param image of any type; it stays as it is
     * @param eyes in px of the image, drawn in this order
     * @param options the style of eyes that have none of their own
     */
    public GooglyImage googly(BufferedImage image, List<Eye> eyes, GooglyOptions options) {
        return googly(image, EyeSource.given(eyes), options, seed(options));
    }

    private GooglyImage googly(BufferedImage image, EyeSource source, GooglyOptions options, long seed) {
        Objects.requireNonNull(image, "image");
        return working(() -> {
            BufferedImage copy = PixelLayout.copy(image);
            EyeSource.Eyes eyes = source.of(copy, Cancellation.NEVER, StageListener.NONE);
            EyePainter.paint(eyes.eyes(), PhotoRenderer.drawing(options), copy, Cancellation.NEVER);
            return new GooglyImage(copy, eyes.faces(), eyes.eyes(), seed);
        });
    }

    /**
     * {@return the faces in {@code photo}; nothing is drawn}
     *
     * @param photo a file's bytes, as for {@link #googly(byte[], GooglyOptions)}
     * @throws PhotoRejectedException if {@code photo} can't be processed
     */
    public FaceResult faces(byte[] photo) {
        return faces(photo, GooglyOptions.DEFAULT);
    }

    /**
     * {@return the faces in {@code photo}, and the eyes that would be drawn on them; nothing is drawn}
     *
     * @param photo a file's bytes, as for {@link #googly(byte[], GooglyOptions)}
     * @param options {@code detection} for the faces; {@code size}, {@code gaze} and {@code seed} for the eyes
     * @throws PhotoRejectedException if {@code photo} can't be processed
     */
    public FaceResult faces(byte[] photo, GooglyOptions options) {
        return faces(wrap(photo), options, Cancellation.NEVER, StageListener.NONE);
    }

    /**
     * {@return the faces in {@code photo}, and the eyes that would be drawn on them, with {@code listener} around each
     * stage}
     *
     * @param photo the bytes from its position to its limit, which stay as they are
     * @param options as for {@link #faces(byte[], GooglyOptions)}
     * @param cancellation checked every few milliseconds
     * @param listener called on this thread
     * @throws PhotoRejectedException if {@code photo} can't be processed
     * @throws WorkCancelledException if {@code cancellation} says so
     */
    public FaceResult faces(
            ByteBuffer photo, GooglyOptions options, Cancellation cancellation, StageListener listener) {
        Objects.requireNonNull(options, "options");
        require(photo, cancellation, listener);
        return whileOpen(() -> {
            PhotoFile file = reader.open(photo.slice(), cancellation);
            return holding(file.memoryToDecode(), cancellation, () -> {
                BufferedImage image = listener.around(Stage.DECODE, () -> file.decode(cancellation));
                return faces(image, options, cancellation, listener);
            });
        });
    }

    /**
     * {@return the faces in {@code image}; nothing is drawn}
     *
     * @param image of any type; it stays as it is
     */
    public FaceResult faces(BufferedImage image) {
        return faces(image, GooglyOptions.DEFAULT);
    }

    /**
     * {@return the faces in {@code image}, and the eyes that would be drawn on them; nothing is drawn}
     *
     * @param image of any type; it stays as it is
     * @param options as for {@link #faces(byte[], GooglyOptions)}
     */
    public FaceResult faces(BufferedImage image, GooglyOptions options) {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(options, "options");
        return working(() -> faces(PixelLayout.canonical(image), options, Cancellation.NEVER, StageListener.NONE));
    }

    private FaceResult faces(
            BufferedImage image, GooglyOptions options, Cancellation cancellation, StageListener listener) {
        long seed = seed(options);
        EyeSource.Eyes found = detected(options, seed).of(image, cancellation, listener);
        FaceResult.Size size = new FaceResult.Size(image.getWidth(), image.getHeight());
        return new FaceResult(size, found.faces(), found.eyes(), seed);
    }

    /**
     * {@return a tracker for the frames of one moving picture}
     *
     * @param options of which {@code format} has no effect
     */
    public FaceTracker tracker(GooglyOptions options) {
        long seed = seed(options);
        DetectionMode mode = options.detection().orElse(config.detection());
        return whileOpen(() -> new FaceTracker(
                this::whileOpen,
                new MultiFaceTracker(detectors.of(mode), detectors.nearby()),
                new RollingPupils(options, seed),
                PhotoRenderer.drawing(options)));
    }

    private EyeSource detected(GooglyOptions options, long seed) {
        DetectionMode mode = options.detection().orElse(config.detection());
        return new DetectedEyes(detectors.of(mode), detectors.nearby(), options, seed);
    }

    private static long seed(GooglyOptions options) {
        Objects.requireNonNull(options, "options");
        return options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong());
    }

    private static ByteBuffer wrap(byte[] photo) {
        return ByteBuffer.wrap(Objects.requireNonNull(photo, "photo"));
    }

    private static void require(ByteBuffer photo, Cancellation cancellation, StageListener listener) {
        Objects.requireNonNull(photo, "photo");
        Objects.requireNonNull(cancellation, "cancellation");
        Objects.requireNonNull(listener, "listener");
    }

    private <T> T holding(MemorySize size, Cancellation cancellation, Supplier<T> work) {
        return memory.holding(size, cancellation, () -> ProcessorLoad.whileWorking(work));
    }

    private <T> T working(Supplier<T> work) {
        return whileOpen(() -> ProcessorLoad.whileWorking(work));
    }

    private <T> T whileOpen(Supplier<T> call) {
        calls.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("this EyeGoogler is closed");
            }
            return call.get();
        } catch (UncheckedIOException failure) {
            // Work is in memory, where only an interrupt ends reading or writing.
            throw failure.getCause() instanceof InterruptedIOException
                    ? new WorkCancelledException(Cancellation.Reason.INTERRUPTED)
                    : failure;
        } finally {
            calls.readLock().unlock();
        }
    }

    /**
     * Frees the models, once all calls that are under way have ended; later calls throw {@link IllegalStateException}.
     * Closing again has no effect.
     *
     * @throws IllegalStateException if called from within a call, by a {@link StageListener}
     */
    @Override
    public void close() {
        if (calls.getReadHoldCount() > 0) {
            throw new IllegalStateException("close() must not be called from within another call");
        }
        calls.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                detectors.close();
            }
        } finally {
            calls.writeLock().unlock();
        }
    }
}
