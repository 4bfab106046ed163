package io.eyegoogler.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.detect.NearbyFaceFinder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With a finder that knows where the faces are. */
class MultiFaceTrackerTest {

    private static final double INTERVAL = 0.04;

    private final List<Face> present = new ArrayList<>();
    /** Whether the finder fails to see what is present. */
    private boolean blind;

    /** Whether a full search runs out of time. */
    private boolean cancelled;

    private int fullSearches;
    private int frames;
    private Color scenery = Color.GRAY;

    private final NearbyFaceFinder nearby = new NearbyFaceFinder() {
        @Override
        public Result find(BufferedImage frame, List<Face> expected, Cancellation cancellation) {
            return new Result(findExpected(frame, expected, cancellation), blind ? List.of() : present);
        }

        @Override
        public List<Optional<Face>> findExpected(BufferedImage frame, List<Face> expected, Cancellation cancellation) {
            return expected.stream()
                    .map(face -> present.stream()
                            .filter(each -> !blind && isNear(each, face))
                            .findFirst())
                    .toList();
        }
    };

    private final MultiFaceTracker tracker = new MultiFaceTracker(
            (photo, cancellation) -> {
                if (cancelled) {
                    throw new WorkCancelledException(Cancellation.Reason.DEADLINE);
                }
                fullSearches++;
                return blind ? List.of() : present;
            },
            nearby);

    private static boolean isNear(Face one, Face two) {
        return one.keypoints().eyeMiddle().distanceTo(two.keypoints().eyeMiddle()) < 30;
    }

    private static Face face(double x, double y) {
        return new Face(
                0.9,
                new Box(x - 45, y - 30, 90, 90),
                new Keypoints(
                        new Point(x - 20, y),
                        new Point(x + 20, y),
                        new Point(x, y + 22),
                        new Point(x, y + 42),
                        new Point(x - 40, y),
                        new Point(x + 40, y)));
    }

    /** Draws a disc of its own color for each face, which is what they look like. */
    private List<TrackedFace> next(Color... colors) {
        BufferedImage frame = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(scenery);
        graphics.fillRect(0, 0, 640, 480);
        for (int i = 0; i < present.size(); i++) {
            Point center = present.get(i).keypoints().eyeMiddle();
            graphics.setColor(colors[i]);
            graphics.fillOval((int) center.x() - 60, (int) center.y() - 60, 120, 160);
        }
        graphics.dispose();
        return tracker.next(frame, INTERVAL * frames++, Cancellation.NEVER);
    }

    private void show(Face... faces) {
        present.clear();
        present.addAll(List.of(faces));
    }

    private static List<Integer> ids(List<TrackedFace> faces) {
        return faces.stream().map(TrackedFace::id).toList();
    }

    @Test
    void face_keepsItsIdAsItMoves() {
        for (int i = 0; i < 40; i++) {
            show(face(100 + 10 * i, 200));

            List<TrackedFace> faces = next(Color.PINK);
            assertEquals(List.of(0), ids(faces), "frame " + i);
            assertEquals(
                    100 + 10 * i, faces.get(0).face().keypoints().eyeMiddle().x(), 3);
        }
    }

    @Test
    void newFace_isSeenWithinTwoFrames() {
        for (int i = 0; i < 10; i++) {
            next();
        }
        show(face(300, 200));
        List<TrackedFace> first = next(Color.PINK);

        assertEquals(1, Math.max(first.size(), next(Color.PINK).size()));
    }

    @Test
    void faceThatVanishes_isGoneWithinTwoFrames() {
        show(face(300, 200));
        for (int i = 0; i < 10; i++) {
            next(Color.PINK);
        }
        show();
        next();
        next();

        assertEquals(List.of(), next());
    }

    @Test
    void idsOfFaces_areRememberedForAWhileOnly() {
        show(face(300, 200));
        next(Color.PINK);
        show();
        for (int i = 0; i < 10; i++) {
            next();
        }
        assertEquals(Set.of(0), tracker.ids());
        for (int i = 0; i < 40; i++) {
            next();
        }
        assertEquals(Set.of(), tracker.ids());
    }

    @Test
    void faceMissedForTwoFrames_doesNotFlicker() {
        show(face(300, 200));
        for (int i = 0; i < 10; i++) {
            next(Color.PINK);
        }
        blind = true;

        assertEquals(List.of(0), ids(next(Color.PINK)));
        assertEquals(List.of(0), ids(next(Color.PINK)));
        assertEquals(List.of(), next(Color.PINK));
        blind = false;
        next(Color.PINK);
        assertEquals(List.of(0), ids(next(Color.PINK)));
    }

    @Test
    void crossingPeople_keepTheirIds() {
        for (int i = 0; i < 60; i++) {
            Face left = face(60 + 8 * i, 200);
            Face right = face(560 - 8 * i, 210);
            boolean hidden = Math.abs(left.keypoints().eyeMiddle().x()
                            - right.keypoints().eyeMiddle().x())
                    < 80;
            show(hidden ? new Face[] {right} : new Face[] {left, right});
            List<TrackedFace> faces = hidden ? next(Color.CYAN) : next(Color.PINK, Color.CYAN);
            for (TrackedFace face : faces) {
                double x = face.face().keypoints().eyeMiddle().x();
                double expected = face.id() == 0 ? 60 + 8 * i : 560 - 8 * i;
                assertTrue(face.id() <= 1 && Math.abs(x - expected) < 30, "frame " + i + ": " + faces);
            }
        }
    }

    @Test
    void cut_endsAllTracksAndIsSearchedInFull() {
        show(face(300, 200));
        for (int i = 0; i < 5; i++) {
            next(Color.PINK);
        }
        assertEquals(1, fullSearches);
        scenery = Color.BLUE;

        assertEquals(List.of(1), ids(next(Color.WHITE)));
        assertEquals(2, fullSearches);
    }

    @Test
    void fullSearchThatIsCancelled_isMadeUpForInTheNextFrame() {
        show(face(300, 200));
        cancelled = true;
        assertThrows(WorkCancelledException.class, () -> next(Color.PINK));
        cancelled = false;

        assertEquals(List.of(0), ids(next(Color.PINK)));
        assertEquals(1, fullSearches);
    }

    @Test
    void fullSearches_areRare() {
        for (int i = 0; i < 10 * MultiFaceTracker.FULL_INTERVAL; i++) {
            next();
        }

        assertEquals(10, fullSearches);
    }
}
