package io.eyegoogler;

import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.NearbyFaceFinder;
import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.image.moving.FrameDelay;
import io.eyegoogler.image.moving.FrameReader;
import io.eyegoogler.image.moving.FrameSequence;
import io.eyegoogler.track.MultiFaceTracker;
import io.eyegoogler.track.RollingPupils;
import io.eyegoogler.track.TrackedFace;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Eyes on the faces that are detected.
 *
 * @param detector detects the faces in a whole picture
 * @param nearby finds faces of the frame before
 * @param options how the eyes should be
 * @param seed of what is random about them
 */
record DetectedEyes(FaceDetector detector, NearbyFaceFinder nearby, GooglyOptions options, long seed)
        implements EyeSource {

    @Override
    public Eyes of(BufferedImage image, Cancellation cancellation, StageListener listener) {
        List<Face> faces = listener.around(Stage.DETECT, () -> detector.detect(image, cancellation));
        return new Eyes(faces, EyePlacer.place(faces, options.size(), options.gaze(), seed));
    }

    @Override
    public MovingEyes of(FrameSequence frames, Cancellation cancellation, StageListener listener) {
        double[] seconds =
                frames.delays().stream().mapToDouble(FrameDelay::seconds).toArray();
        List<List<TrackedFace>> faces = listener.around(Stage.DETECT, () -> track(frames, seconds, cancellation));
        Map<Integer, Face> different = new TreeMap<>();
        faces.forEach(frame -> frame.forEach(each -> different.putIfAbsent(each.id(), each.face())));
        return new MovingEyes(List.copyOf(different.values()), RollingPupils.loop(faces, seconds, options, seed));
    }

    private List<List<TrackedFace>> track(FrameSequence frames, double[] seconds, Cancellation cancellation) {
        MultiFaceTracker tracker = new MultiFaceTracker(detector, nearby);
        List<List<TrackedFace>> faces = new ArrayList<>();
        double time = 0;
        try (FrameReader reader = new FrameReader(frames, cancellation)) {
            while (reader.hasNext()) {
                BufferedImage frame = reader.next();
                faces.add(tracker.next(frame, time, cancellation));
                time += seconds[faces.size() - 1];
            }
        }
        return faces;
    }
}
