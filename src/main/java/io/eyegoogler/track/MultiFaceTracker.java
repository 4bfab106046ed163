package io.eyegoogler.track;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.NearbyFaceFinder;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tracks the faces of a moving picture, frame by frame (multi-object tracking by detection). Not safe for use by several
 * threads.
 *
 * <p>The whole frame is searched in full where the picture cuts and every {@value #FULL_INTERVAL} frames; in all others
 * faces are looked for where they should be, and in every second frame new ones where they are easily seen.
 */
public final class MultiFaceTracker {

    /** Frames from one full search to the next. */
    public static final int FULL_INTERVAL = 12;
    /** Frames from one search for new faces to the next. */
    private static final int OTHERS_INTERVAL = 2;
    /** The shortest time between two frames, s. */
    private static final double MIN_INTERVAL = 0.001;
    /** Distance of two heads' centers, in sizes of the larger, below which they are the same. */
    private static final double SAME_DISTANCE = 0.8;

    private final FaceDetector full;
    private final NearbyFaceFinder nearby;
    private final CutDetector cuts = new CutDetector();
    private final List<Track> tracks = new ArrayList<>();
    private int nextId;
    /** Frames since the last full search. */
    private int sinceFull;

    private double last = Double.NEGATIVE_INFINITY;

    /**
     * Begins a moving picture.
     *
     * @param full searches whole frames
     * @param nearby finds faces where they should be
     */
    public MultiFaceTracker(FaceDetector full, NearbyFaceFinder nearby) {
        this.full = full;
        this.nearby = nearby;
    }

    /**
     * Returns the faces in the next frame, in order of their ids.
     *
     * @param frame upright, with interleaved 8-bit red, green and blue, and optionally alpha
     * @param seconds when the frame is shown, from any moment on; later than the last
     * @param cancellation checked between model runs
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so; the next frame may follow all the
     *     same
     */
    public List<TrackedFace> next(BufferedImage frame, double seconds, Cancellation cancellation) {
        double now = Math.max(seconds, last + MIN_INTERVAL);
        PhotoSampler photo = PhotoSampler.of(frame);
        if (cuts.isCut(frame)) {
            tracks.clear();
            sinceFull = FULL_INTERVAL;
        }
        List<Face> faces = find(frame, now, cancellation);
        assign(photo, faces, now);
        last = now;
        return tracks.stream().filter(Track::isVisible).map(Track::face).toList();
    }

    /** Returns the ids of the faces that are remembered, shown or not; any other id up to now isn't used again. */
    public Set<Integer> ids() {
        return tracks.stream().map(Track::id).collect(Collectors.toUnmodifiableSet());
    }

    private List<Face> find(BufferedImage frame, double now, Cancellation cancellation) {
        List<Face> expected = tracks.stream()
                .filter(Track::isVisible)
                .map(track -> track.predicted(now))
                .toList();
        List<Face> faces = new ArrayList<>();
        boolean inFull = ++sinceFull >= FULL_INTERVAL;
        boolean forOthers = !inFull && sinceFull % OTHERS_INTERVAL == 0;
        if (forOthers) {
            NearbyFaceFinder.Result found = nearby.find(frame, expected, cancellation);
            addDistinct(present(found.expected()), faces);
            addDistinct(found.others(), faces);
        } else if (!expected.isEmpty()) {
            addDistinct(present(nearby.findExpected(frame, expected, cancellation)), faces);
        }
        if (inFull) {
            addDistinct(full.detect(frame, cancellation), faces);
            // Only now: a search that is cancelled is made up for in the next frame.
            sinceFull = 0;
        }
        return faces;
    }

    private static List<Face> present(List<Optional<Face>> faces) {
        return faces.stream().flatMap(Optional::stream).toList();
    }

    /** Adds those of {@code more} that aren't among {@code faces} yet. */
    private static void addDistinct(Collection<Face> more, List<Face> faces) {
        for (Face face : more) {
            if (faces.stream().noneMatch(other -> isSame(face, other))) {
                faces.add(face);
            }
        }
    }

    private static boolean isSame(Face face, Face other) {
        HeadPose one = HeadPose.of(face.keypoints());
        HeadPose two = HeadPose.of(other.keypoints());
        return one.center().distanceTo(two.center()) < SAME_DISTANCE * Math.max(one.size(), two.size());
    }

    private void assign(PhotoSampler frame, List<Face> faces, double now) {
        List<Appearance> looks =
                faces.stream().map(face -> Appearance.of(frame, face)).toList();
        Map<Track, Integer> matches = TrackAssignment.of(tracks, faces, looks, now);
        for (Track track : tracks) {
            Integer match = matches.get(track);
            if (match == null) {
                track.markMissed(Appearance.of(frame, track.predicted(now)), now);
            } else {
                Face face = faces.get(match);
                track.update(face, looks.get(match), isAlone(face, faces), now);
            }
        }
        tracks.removeIf(Track::isForgotten);
        for (int i = 0; i < faces.size(); i++) {
            if (!matches.containsValue(i)) {
                tracks.add(new Track(nextId++, faces.get(i), looks.get(i), now));
            }
        }
    }

    private static boolean isAlone(Face face, List<Face> faces) {
        return faces.stream().noneMatch(other -> other != face && face.box().intersectionOverUnion(other.box()) > 0);
    }
}
