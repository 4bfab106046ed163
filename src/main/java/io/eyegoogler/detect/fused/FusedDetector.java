package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.rfb.Rfb;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds faces with two detectors that were made and trained apart, BlazeFace and MTCNN: what one comes upon, the other
 * must confirm.
 *
 * <p>{@link Candidates first look} → {@link CloseUps second look} → {@link Fusion what is a face}; and all of that once
 * more for a photo that turns out to lie on its side or to stand on its head.
 */
public final class FusedDetector implements FaceDetector {

    private final BlazeFace shortRange;
    private final BlazeFace fullRange;
    private final Rfb rfb;
    private final ONet oNet;
    private final Workers workers;
    private final Candidates candidates;
    private final CloseUps closeUps;
    private final Effort effort;

    private FusedDetector(BlazeFace shortRange, BlazeFace fullRange, Rfb rfb, ONet oNet, Workers workers, Effort effort) {
        this.shortRange = shortRange;
        this.fullRange = fullRange;
        this.rfb = rfb;
        this.oNet = oNet;
        this.workers = workers;
        this.effort = effort;
        this.candidates = new Candidates(shortRange, fullRange, rfb, workers);
        this.closeUps = new CloseUps(new SecondPass(shortRange), oNet, workers);
    }

    /**
     * Loads the models from {@code modelDirectory}, or from the jar if that is null.
     *
     * @param mode balanced or thorough; fast takes {@link io.eyegoogler.detect.blazeface.BlazeFaceDetector}
     */
    public static FusedDetector load(Path modelDirectory, DetectionMode mode) {
        Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
        return new FusedDetector(
                BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, modelDirectory),
                BlazeFace.load(BlazeFaceSpec.FULL_RANGE, modelDirectory),
                Rfb.load(modelDirectory),
                ONet.load(modelDirectory),
                workers,
                Effort.of(mode));
    }

    @Override
    public List<Face> detect(BufferedImage photo) {
        PhotoSampler sampler = PhotoSampler.ofMany(photo, workers);
        List<Face> faces = look(sampler, effort);
        if (Upright.isClear(faces)) {
            return faces;
        }
        QuarterTurns turns = Upright.turns(faces, quarters -> look(quarters.turn(sampler), Effort.GLANCE));
        return turns == QuarterTurns.NONE
                ? faces
                : look(turns.turn(sampler), effort).stream()
                        .map(face -> turns.turnBack(face, photo.getWidth(), photo.getHeight()))
                        .toList();
    }

    private List<Face> look(PhotoSampler photo, Effort closely) {
        return Fusion.faces(closeUps.look(photo, candidates.find(photo, closely)));
    }

    @Override
    public void close() {
        shortRange.close();
        fullRange.close();
        rfb.close();
        oNet.close();
        workers.close();
    }
}
