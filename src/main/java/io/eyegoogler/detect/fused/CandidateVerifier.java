package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.mtcnn.MtcnnDetection;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The second look: each candidate from near and level, through O-Net and BlazeFace. */
final class CandidateVerifier {

    /**
     * O-Net's least score in its first look, 0..1, at a candidate that isn't {@link #LIKELY}. It judges a crop that may be
     * tilted and off center; still, of 420 faces none had less than 0.037, and every ninth other candidate less than this.
     */
    private static final double MIN_FIRST = 0.01;
    /** From this score on, RFB takes a candidate for a face rather than not, 0..1. */
    private static final double LIKELY = 0.5;
    /** O-Net's least score in its second look, 0..1: below, not even a sure third one would make it a face. */
    private static final double MIN_SECOND = 0.1;

    /** So many crops at least are looked at in one run: a run costs half of what O-Net takes for a crop. */
    private static final int FIRST_LOOK_BATCH = 4;

    private final LevelledRedetection secondPass;
    private final ONet oNet;
    private final HelperThreads workers;

    CandidateVerifier(LoadedNetworks networks) {
        this.secondPass = new LevelledRedetection(networks.shortRange());
        this.oNet = networks.oNet();
        this.workers = networks.workers();
    }

    /** What both networks say about {@code candidates}. */
    List<CrossCheckedFace> look(PhotoSampler photo, List<Candidate> candidates, Cancellation cancellation) {
        List<Sighted> sighted =
                workers.inParts(candidates, FIRST_LOOK_BATCH, part -> firstLook(photo, part, cancellation));
        return workers.inParts(sighted, 1, part -> lookAgain(photo, part, cancellation));
    }

    /** A candidate, and what O-Net saw there first. */
    private record Sighted(Candidate candidate, MtcnnDetection first) {

        boolean isWorthAnotherLook() {
            return first.score() >= MIN_FIRST || candidate.rfb() >= LIKELY;
        }
    }

    private List<Sighted> firstLook(PhotoSampler photo, List<Candidate> candidates, Cancellation cancellation) {
        cancellation.check();
        List<MtcnnDetection> first =
                oNet.detect(photo, candidates.stream().map(Candidate::view).toList());
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Sighted(candidates.get(i), first.get(i)))
                .filter(Sighted::isWorthAnotherLook)
                .toList();
    }

    private List<CrossCheckedFace> lookAgain(PhotoSampler photo, List<Sighted> sighted, Cancellation cancellation) {
        cancellation.check();
        List<MtcnnDetection> second =
                oNet.detect(photo, crops(sighted.stream().map(Sighted::first).toList()));
        cancellation.check();
        List<MtcnnDetection> promising =
                second.stream().filter(CandidateVerifier::isPromising).toList();
        List<Confirmation> both = workers.all(List.of(
                () -> new Confirmation(oNet.detectMirrored(photo, crops(promising)), List.of()),
                () -> new Confirmation(
                        List.of(),
                        secondPass.look(
                                photo,
                                promising.stream().map(MtcnnDetection::face).toList()))));
        Iterator<MtcnnDetection> last = both.get(0).last().iterator();
        Iterator<Optional<Face>> seen = both.get(1).seen().iterator();
        List<CrossCheckedFace> suspects = new ArrayList<>();
        for (int i = 0; i < sighted.size(); i++) {
            Candidate candidate = sighted.get(i).candidate();
            MtcnnDetection face = second.get(i);
            suspects.add(
                    isPromising(face)
                            ? new CrossCheckedFace(candidate, face, last.next(), seen.next())
                            : new CrossCheckedFace(candidate, face, face, Optional.empty()));
        }
        return suspects;
    }

    /** What one of the two networks says, which are asked at the same time. */
    private record Confirmation(List<MtcnnDetection> last, List<Optional<Face>> seen) {}

    private static boolean isPromising(MtcnnDetection second) {
        return second.score() >= MIN_SECOND;
    }

    private static List<SquareCrop> crops(List<MtcnnDetection> detections) {
        return detections.stream().map(CandidateVerifier::crop).toList();
    }

    /** What O-Net looks at to see a face as it was trained to, and level. */
    private static SquareCrop crop(MtcnnDetection detection) {
        Box box = detection.box();
        double side = Math.max(1, Math.max(box.width(), box.height()));
        return new SquareCrop(box.middle(), side, detection.face().keypoints().roll());
    }
}
