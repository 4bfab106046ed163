package io.eyegoogler.track;

import io.eyegoogler.Eye;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.eyes.EyeChance;
import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.eyes.PupilBall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The eyes of tracked faces, frame by frame: of the size that a still photo's eyes would have, with pupils that roll as
 * the head moves. Not safe for use by several threads.
 *
 * <p>A gaze other than {@link Gaze#RANDOM} holds the pupils where a still photo's would be. The same faces, options and
 * seed give the same eyes.
 */
public final class RollingPupils {

    private final GooglyOptions options;
    private final SplittableRandom chance;
    private final Map<Integer, Chances> chances = new HashMap<>();
    private final Map<Key, RollingPupil> pupils = new HashMap<>();
    /** Number of frames so far. */
    private long frame;

    /** An eye of a face. */
    private record Key(int id, Eye.Side side) {}

    /** What chance decided about the eyes of a face. */
    private record Chances(EyeChance right, EyeChance left) {

        static Chances of(SplittableRandom chance) {
            EyeChance right = EyeChance.of(chance);
            return new Chances(right, EyeChance.of(chance));
        }
    }

    /**
     * Begins a moving picture.
     *
     * @param options of which {@code size} and {@code gaze} count
     * @param seed of chance
     */
    public RollingPupils(GooglyOptions options, long seed) {
        this.options = options;
        this.chance = new SplittableRandom(seed);
    }

    /**
     * Returns the eyes of the next frame.
     *
     * @param faces of the frame
     * @param seconds when the frame is shown, from any moment on; later than the last
     */
    public List<Eye> next(List<TrackedFace> faces, double seconds) {
        return List.copyOf(roll(faces, seconds).values());
    }

    /** Forgets all faces but those with {@code ids}: a long video has any number of faces. */
    public void retain(Set<Integer> ids) {
        chances.keySet().retainAll(ids);
        pupils.keySet().removeIf(key -> !ids.contains(key.id()));
    }

    private Map<Key, Eye> roll(List<TrackedFace> faces, double seconds) {
        frame++;
        List<Face> all = faces.stream().map(TrackedFace::face).toList();
        Map<Key, Eye> eyes = new LinkedHashMap<>();
        for (TrackedFace face : faces) {
            Chances each = chances.computeIfAbsent(face.id(), id -> Chances.of(chance));
            EyePlacer.place(face.face(), all, options.size(), options.gaze(), each.right(), each.left())
                    .forEach(eye -> eyes.put(new Key(face.id(), eye.side()), eye));
        }
        if (options.gaze() == Gaze.RANDOM) {
            eyes.replaceAll((key, eye) -> {
                RollingPupil pupil = pupils.computeIfAbsent(key, first -> new RollingPupil(eye.pupil()));
                return eye.withPupil(pupil.next(eye, seconds, frame));
            });
        }
        return eyes;
    }

    /**
     * Returns the eyes of all frames of a loop, whose pupils are at its end where they are at its beginning.
     *
     * @param frames the faces of each frame
     * @param seconds how long each frame is shown
     * @param options of which {@code size} and {@code gaze} count
     * @param seed of chance
     */
    public static List<List<Eye>> loop(
            List<List<TrackedFace>> frames, double[] seconds, GooglyOptions options, long seed) {
        if (frames.isEmpty()) {
            return List.of();
        }
        RollingPupils pupils = new RollingPupils(options, seed);
        double duration = Arrays.stream(seconds).sum();
        // The first time around, pupils come from where chance put them; from then on they come from the loop's end.
        pupils.loop(frames, seconds, 0);
        List<Map<Key, Eye>> loop = pupils.loop(frames, seconds, duration);
        Map<Key, Eye> again = pupils.roll(frames.get(0), 2 * duration);
        List<List<Eye>> closed = new ArrayList<>(loop.size());
        for (int i = 0; i < loop.size(); i++) {
            double share = (double) i / loop.size();
            List<Eye> eyes = new ArrayList<>();
            loop.get(i).forEach((key, eye) -> eyes.add(closed(eye, loop.get(0).get(key), again.get(key), share)));
            closed.add(eyes);
        }
        return closed;
    }

    private List<Map<Key, Eye>> loop(List<List<TrackedFace>> frames, double[] seconds, double begin) {
        List<Map<Key, Eye>> eyes = new ArrayList<>(frames.size());
        double time = begin;
        for (int i = 0; i < frames.size(); i++) {
            eyes.add(roll(frames.get(i), time));
            time += seconds[i];
        }
        return eyes;
    }

    /**
     * Returns {@code eye} with a share of the distance from where its pupil is when the loop begins again to where it was
     * when the loop began.
     */
    private static Eye closed(Eye eye, Eye begin, Eye again, double share) {
        if (begin == null) {
            return eye;
        }
        double right = share * (begin.pupil().x() - again.pupil().x());
        double down = share * (begin.pupil().y() - again.pupil().y());
        return eye.withPupil(PupilBall.at(eye.pupil()).shifted(right, down));
    }
}
