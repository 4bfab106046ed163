package io.eyegoogler;

import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.blazeface.BlazeFaceDetector;
import io.eyegoogler.detect.fused.FusedDetector;
import io.eyegoogler.eyes.Eye;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.eyes.MovingEyes;
import io.eyegoogler.image.Animation;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.image.PixelLayout;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives the people in a photo googly eyes: bytes → upright pixels → faces → eyes → bytes.
 *
 * <p>Loading takes a second or more, so keep one for the life of the program. It is safe for use by many threads at
 * once; work on one photo is shared between the calling thread and a few helpers. Call it from a fixed pool rather than
 * from ever new threads: TensorFlow keeps some memory for every thread that it has run on.
 */
public final class EyeGoogler implements AutoCloseable {

    private final Settings settings;
    private final PhotoReader reader;
    private final FaceDetector detector;

    private EyeGoogler(Settings settings, PhotoReader reader, FaceDetector detector) {
        this.settings = settings;
        this.reader = reader;
        this.detector = detector;
    }

    /** Loads the models with {@link Settings#DEFAULT}. */
    public static EyeGoogler load() {
        return load(Settings.DEFAULT);
    }

    /**
     * Loads the models.
     *
     * @throws IllegalArgumentException if a model isn't where the settings say, or isn't the one that is needed
     */
    public static EyeGoogler load(Settings settings) {
        return new EyeGoogler(
                settings,
                new PhotoReader(settings.maxPixels()),
                detector(settings.detection(), settings.modelDirectory().orElse(null)));
    }

    /** What this one was loaded with. */
    public Settings settings() {
        return settings;
    }

    private static FaceDetector detector(DetectionMode mode, Path modelDirectory) {
        return mode == DetectionMode.FAST
                ? BlazeFaceDetector.load(modelDirectory)
                : FusedDetector.load(modelDirectory, mode);
    }

    /**
     * {@code photo} with googly eyes, as a file of the format that {@code options} name.
     *
     * @param photo a file's bytes: JPEG, PNG, WebP, GIF, TIFF, BMP or PNM; it is turned upright as its EXIF says
     * @throws io.eyegoogler.image.PhotoRejected if it isn't a photo that can be taken
     */
    public GooglyPhoto googly(byte[] photo, GooglyOptions options) {
        return googly(photo, options, Stage.Observer.NONE);
    }

    /** As {@link #googly(byte[], GooglyOptions)}, with {@code observer} around each step. */
    public GooglyPhoto googly(byte[] photo, GooglyOptions options, Stage.Observer observer) {
        long seed = seed(options);
        BufferedImage image = observer.around(Stage.DECODE, () -> reader.read(photo));
        List<Face> faces = observer.around(Stage.DETECT, () -> detector.detect(image));
        byte[] file = options.format().moving()
                ? moving(image, faces, options, seed, observer)
                : still(image, faces, options, seed, observer);
        return new GooglyPhoto(file, options.format(), image.getWidth(), image.getHeight(), faces, seed);
    }

    private static byte[] still(
            BufferedImage image, List<Face> faces, GooglyOptions options, long seed, Stage.Observer observer) {
        observer.around(Stage.DRAW, () -> draw(image, faces, options, seed));
        return observer.around(Stage.ENCODE, () -> PhotoWriter.write(image, options.format()));
    }

    private static byte[] moving(
            BufferedImage image, List<Face> faces, GooglyOptions options, long seed, Stage.Observer observer) {
        Animation animation = observer.around(Stage.DRAW, () -> animation(image, faces, options, seed));
        return observer.around(Stage.ENCODE, () -> PhotoWriter.write(animation, options.format()));
    }

    /** The first frame is drawn; the others are as they are written. */
    private static Animation animation(BufferedImage image, List<Face> faces, GooglyOptions options, long seed) {
        BufferedImage canvas = PhotoWriter.canvas(image, options.format());
        double scale = (double) canvas.getWidth() / image.getWidth();
        List<Eye> eyes = EyePlacer.place(faces, options.size(), options.gaze(), seed).stream()
                .map(eye -> eye.scaled(scale))
                .toList();
        MovingEyes moving = new MovingEyes(eyes, options.style(), canvas, seed);
        return new Animation(canvas, moving.places(), moving.frames(), moving.interval(), moving::draw);
    }

    /** A copy of {@code image} with googly eyes; {@code image} stays as it is. */
    public GooglyImage googly(BufferedImage image, GooglyOptions options) {
        long seed = seed(options);
        BufferedImage copy = PixelLayout.copy(image);
        List<Face> faces = detector.detect(copy);
        return new GooglyImage(draw(copy, faces, options, seed), faces, seed);
    }

    /**
     * The faces in {@code photo}; nothing is drawn.
     *
     * @throws io.eyegoogler.image.PhotoRejected if it isn't a photo that can be taken
     */
    public FacesFound faces(byte[] photo) {
        return faces(photo, Stage.Observer.NONE);
    }

    /** As {@link #faces(byte[])}, with {@code observer} around each step. */
    public FacesFound faces(byte[] photo, Stage.Observer observer) {
        BufferedImage image = observer.around(Stage.DECODE, () -> reader.read(photo));
        return observer.around(Stage.DETECT, () -> faces(image));
    }

    /** The faces in {@code image}. */
    public FacesFound faces(BufferedImage image) {
        List<Face> faces = detector.detect(PixelLayout.canonical(image));
        return new FacesFound(new FacesFound.Size(image.getWidth(), image.getHeight()), faces);
    }

    private static long seed(GooglyOptions options) {
        return options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong());
    }

    private static BufferedImage draw(BufferedImage image, List<Face> faces, GooglyOptions options, long seed) {
        List<Eye> eyes = EyePlacer.place(faces, options.size(), options.gaze(), seed);
        EyePainter.paint(eyes, options.style(), image);
        return image;
    }

    /** Frees the models. Nothing may be under way. */
    @Override
    public void close() {
        detector.close();
    }
}
