package io.eyegoogler;

import io.eyegoogler.detect.fused.DetectorsByMode;
import io.eyegoogler.eyes.Eye;
import io.eyegoogler.eyes.EyeAnimator;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.image.Animation;
import io.eyegoogler.image.PhotoFile;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.image.PixelLayout;
import io.eyegoogler.limits.MemoryBudget;
import io.eyegoogler.limits.ProcessMemory;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives the people in a photo googly eyes: bytes → upright pixels → faces → eyes → bytes.
 *
 * <p>Loading takes a second or more, so keep one for the life of the program. It is safe for use by many threads at
 * once; work on one photo is shared between the calling thread and a few helpers. Photos for whose pixels there is no
 * memory wait until others are done. Call it from a fixed pool rather than from ever new threads: TensorFlow keeps some
 * memory for every thread that it has run on.
 */
public final class EyeGoogler implements AutoCloseable {

    private final EyeGooglerConfig settings;
    private final PhotoReader reader;
    private final DetectorsByMode detectors;
    private final MemoryBudget memory = new MemoryBudget(ProcessMemory.photos());

    private EyeGoogler(EyeGooglerConfig settings, DetectorsByMode detectors) {
        this.settings = settings;
        this.reader = new PhotoReader(settings.maxPixels(), memory.capacity());
        this.detectors = detectors;
    }

    /** Loads the models with {@link EyeGooglerConfig#DEFAULT}. */
    public static EyeGoogler load() {
        return load(EyeGooglerConfig.DEFAULT);
    }

    /**
     * Loads the models.
     *
     * @throws IllegalArgumentException if a model isn't where the settings say, or isn't the one that is needed
     */
    public static EyeGoogler load(EyeGooglerConfig settings) {
        return new EyeGoogler(
                settings, DetectorsByMode.load(settings.modelDirectory().orElse(null)));
    }

    /** What this one was loaded with. */
    public EyeGooglerConfig settings() {
        return settings;
    }

    private List<Face> detect(BufferedImage image, GooglyOptions options, Cancellation cancellation) {
        return detectors.of(options.detection().orElse(settings.detection())).detect(image, cancellation);
    }

    /**
     * {@code photo} with googly eyes, as a file of the format that {@code options} name.
     *
     * @param photo a file's bytes: JPEG, PNG, WebP, GIF, TIFF, BMP or PNM; it is turned upright as its EXIF says
     * @throws io.eyegoogler.image.PhotoRejectedException if it isn't a photo that can be taken
     */
    public GooglyPhoto googly(byte[] photo, GooglyOptions options) {
        return googly(ByteBuffer.wrap(photo), options, Cancellation.NEVER, StageListener.NONE);
    }

    /**
     * As {@link #googly(byte[], GooglyOptions)}, with {@code observer} around each stage.
     *
     * @param photo the bytes from its position to its limit
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    public GooglyPhoto googly(
            ByteBuffer photo, GooglyOptions options, Cancellation cancellation, StageListener observer) {
        long seed = seed(options);
        PhotoFile file = reader.open(photo.slice(), cancellation);
        return memory.holding(file.memoryWithAnswer(), cancellation, () -> {
            BufferedImage image = observer.around(Stage.DECODE, () -> file.decode(cancellation));
            List<Face> faces = observer.around(Stage.DETECT, () -> detect(image, options, cancellation));
            byte[] bytes = options.format().moving()
                    ? moving(image, faces, options, seed, cancellation, observer)
                    : still(image, faces, options, seed, cancellation, observer);
            return new GooglyPhoto(bytes, options.format(), image.getWidth(), image.getHeight(), faces, seed);
        });
    }

    private static byte[] still(
            BufferedImage image,
            List<Face> faces,
            GooglyOptions options,
            long seed,
            Cancellation cancellation,
            StageListener observer) {
        observer.around(Stage.DRAW, () -> draw(image, faces, options, seed, cancellation));
        return observer.around(Stage.ENCODE, () -> PhotoWriter.write(image, options.format(), cancellation));
    }

    private static byte[] moving(
            BufferedImage image,
            List<Face> faces,
            GooglyOptions options,
            long seed,
            Cancellation cancellation,
            StageListener observer) {
        Animation animation = observer.around(Stage.DRAW, () -> animation(image, faces, options, seed, cancellation));
        return observer.around(Stage.ENCODE, () -> PhotoWriter.write(animation, options.format(), cancellation));
    }

    /** The first frame is drawn; the others are as they are written. */
    private static Animation animation(
            BufferedImage image, List<Face> faces, GooglyOptions options, long seed, Cancellation cancellation) {
        BufferedImage canvas = PhotoWriter.canvas(image, options.format());
        double scale = (double) canvas.getWidth() / image.getWidth();
        List<Eye> eyes = EyePlacer.place(faces, options.size(), options.gaze(), seed).stream()
                .map(eye -> eye.scaled(scale))
                .toList();
        EyeAnimator moving = new EyeAnimator(eyes, options.style(), canvas, seed, cancellation);
        return new Animation(canvas, moving.places(), moving.frames(), moving.interval(), moving::draw);
    }

    /** A copy of {@code image} with googly eyes; {@code image} stays as it is. */
    public GooglyImage googly(BufferedImage image, GooglyOptions options) {
        long seed = seed(options);
        BufferedImage copy = PixelLayout.copy(image);
        List<Face> faces = detect(copy, options, Cancellation.NEVER);
        return new GooglyImage(draw(copy, faces, options, seed, Cancellation.NEVER), faces, seed);
    }

    /**
     * The faces in {@code photo}; nothing is drawn.
     *
     * @throws io.eyegoogler.image.PhotoRejectedException if it isn't a photo that can be taken
     */
    public FaceResult faces(byte[] photo) {
        return faces(photo, GooglyOptions.DEFAULT);
    }

    /**
     * As {@link #faces(byte[])}.
     *
     * @param options of which only {@code detection} counts
     * @throws io.eyegoogler.image.PhotoRejectedException if it isn't a photo that can be taken
     */
    public FaceResult faces(byte[] photo, GooglyOptions options) {
        return faces(ByteBuffer.wrap(photo), options, Cancellation.NEVER, StageListener.NONE);
    }

    /**
     * As {@link #faces(byte[], GooglyOptions)}, with {@code observer} around each stage.
     *
     * @param photo the bytes from its position to its limit
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    public FaceResult faces(
            ByteBuffer photo, GooglyOptions options, Cancellation cancellation, StageListener observer) {
        PhotoFile file = reader.open(photo.slice(), cancellation);
        return memory.holding(file.memory(), cancellation, () -> {
            BufferedImage image = observer.around(Stage.DECODE, () -> file.decode(cancellation));
            return observer.around(Stage.DETECT, () -> faces(image, options, cancellation));
        });
    }

    /** The faces in {@code image}. */
    public FaceResult faces(BufferedImage image) {
        return faces(PixelLayout.canonical(image), GooglyOptions.DEFAULT, Cancellation.NEVER);
    }

    private FaceResult faces(BufferedImage image, GooglyOptions options, Cancellation cancellation) {
        List<Face> faces = detect(image, options, cancellation);
        return new FaceResult(new FaceResult.Size(image.getWidth(), image.getHeight()), faces);
    }

    private static long seed(GooglyOptions options) {
        return options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong());
    }

    private static BufferedImage draw(
            BufferedImage image, List<Face> faces, GooglyOptions options, long seed, Cancellation cancellation) {
        List<Eye> eyes = EyePlacer.place(faces, options.size(), options.gaze(), seed);
        EyePainter.paint(eyes, options.style(), image, cancellation);
        return image;
    }

    /** Frees the models. Nothing may be under way. */
    @Override
    public void close() {
        detectors.close();
    }
}
