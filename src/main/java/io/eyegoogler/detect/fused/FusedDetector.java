package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.Mtcnn;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public final class FusedDetector implements FaceDetector {
    static final boolean DEBUG = Boolean.getBoolean("dbg");
    private final BlazeFace shortRange;
    private final BlazeFace fullRange;
    private final Mtcnn mtcnn;
    private final Workers workers;
    private final Candidates candidates;
    private final CloseUps closeUps;
    private final Effort effort;

    private FusedDetector(BlazeFace shortRange, BlazeFace fullRange, BlazeFace close, Mtcnn mtcnn, Workers workers, Effort effort) {
        this.shortRange = shortRange;
        this.fullRange = fullRange;
        this.mtcnn = mtcnn;
        this.workers = workers;
        this.effort = effort;
        this.candidates = new Candidates(shortRange, fullRange, mtcnn, workers);
        this.closeUps = new CloseUps(new SecondPass(close), mtcnn);
    }

    public static FusedDetector load(Path modelDirectory, DetectionMode mode) {
        Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
        BlazeFace s = BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, modelDirectory);
        BlazeFaceSpec sp = BlazeFaceSpec.SHORT_RANGE;
        BlazeFace close = BlazeFace.load(new BlazeFaceSpec(sp.name(), sp.inputSize(), sp.strides(), sp.interpolatedAnchors(), 0.3), modelDirectory);
        return new FusedDetector(s, BlazeFace.load(BlazeFaceSpec.FULL_RANGE, modelDirectory), close, Mtcnn.load(modelDirectory, workers), workers, Effort.of(mode));
    }

    @Override
    public List<Face> detect(BufferedImage photo) {
        return look(PhotoSampler.ofMany(photo), effort);
    }

    private List<Face> look(PhotoSampler photo, Effort effort) {
        long t0 = System.nanoTime();
        Candidates.Found found = candidates.find(photo, effort);
        long t1 = System.nanoTime();
        List<Suspect> suspects = closeUps.look(photo, found);
        if (DEBUG) {
            System.out.printf("  cand %d + %d: %.1f ms, close %.1f ms%n", found.sightings().size(), found.others().size(), (t1 - t0) / 1e6, (System.nanoTime() - t1) / 1e6);
            for (Suspect s : suspects) System.out.printf("    %.3f %.3f S %.3f at %.0f,%.0f %.0f %s%n", s.first().score(), s.second().score(), s.closeUp().score(), s.first().box().x(), s.first().box().y(), s.first().box().width(), s.isFace());
        }
        List<Suspect> sure = new ArrayList<>(suspects.stream().filter(Suspect::isFace).toList());
        sure.sort(Comparator.comparingDouble(Suspect::score).reversed());
        List<Suspect> kept = new ArrayList<>();
        for (Suspect s : sure) {
            if (kept.stream().noneMatch(k -> k.second().box().intersectionOverUnion(s.second().box()) > 0.4)) kept.add(s);
        }
        return kept.stream().map(Suspect::face).toList();
    }

    @Override
    public void close() {
        shortRange.close();
        fullRange.close();
        mtcnn.close();
        workers.close();
    }
}
