package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * MTCNN: three small networks, each with fewer places to look at and closer.
 *
 * <p>Pyramid → P-Net → R-Net → O-Net, with suppression after each, each step a class. Source: Zhang et al., <i>Joint
 * Face Detection and Alignment using Multi-task Cascaded Convolutional Networks</i>, 2016, arXiv 1604.02878.
 */
public final class Mtcnn implements AutoCloseable {

    /** Overlap above which proposals from different sizes of the photo are one. */
    private static final double MAX_OVERLAP_ACROSS_SIZES = 0.7;
    /** The most places that R-Net looks at, best first; a group of thirty gives some 300. */
    private static final int MAX_PROPOSALS = 600;
    /** The most places that O-Net looks at; a group of thirty gives some 80. */
    private static final int MAX_REFINED = 200;
    /** Overlap, over the smaller box, above which faces are one. */
    private static final double MAX_OVERLAP_OF_FACES = 0.7;

    private final Workers workers;
    private final PNet pNet;
    private final RNet rNet;
    private final ONet oNet;

    private Mtcnn(Workers workers, PNet pNet, RNet rNet, ONet oNet) {
        this.workers = workers;
        this.pNet = pNet;
        this.rNet = rNet;
        this.oNet = oNet;
    }

    /** Loads the networks from {@code modelDirectory}, or from the jar if that is null. */
    public static Mtcnn load(Path modelDirectory, Workers workers) {
        return new Mtcnn(workers, PNet.load(modelDirectory), RNet.load(modelDirectory), ONet.load(modelDirectory));
    }

    /**
     * The faces in a photo, best first.
     *
     * @param smallestFace side of the smallest face looked for, px of the photo
     * @param minScore faces below are dropped, 0..1
     */
    public List<Sighting> detect(PhotoSampler photo, double smallestFace, double minScore) {
        List<Supplier<List<Proposal>>> sizes = Pyramid.sizes(photo.width(), photo.height(), smallestFace).stream()
                .<Supplier<List<Proposal>>>map(size -> () -> pNet.propose(photo, size))
                .toList();
        List<Proposal> proposed = flat(workers.all(sizes));
        List<Proposal> proposals = Suppression.suppress(proposed, MAX_OVERLAP_ACROSS_SIZES);
        List<Proposal> refined = RNet.suppress(inParts(squares(proposals, MAX_PROPOSALS), photo, rNet::refine));
        List<Sighting> seen = look(photo, squares(refined, MAX_REFINED).stream().map(View::of).toList());
        return suppress(seen.stream().filter(face -> face.score() >= minScore).toList());
    }

    /** What O-Net makes of each of {@code views}. */
    public List<Sighting> look(PhotoSampler photo, List<View> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        return inParts(views, photo, oNet::look);
    }

    private static List<Sighting> suppress(List<Sighting> faces) {
        return Suppression.suppress(
                faces, Sighting::score, Sighting::box, Box::intersectionOverSmaller, MAX_OVERLAP_OF_FACES);
    }

    private static List<Box> squares(List<Proposal> proposals, int most) {
        return proposals.stream().limit(most).map(Proposal::square).toList();
    }

    /** One run for each processor. */
    private <P, T> List<T> inParts(List<P> places, PhotoSampler photo, BiFunction<PhotoSampler, List<P>, List<T>> run) {
        int parts = Math.min(workers.count(), places.size());
        return flat(workers.all(IntStream.range(0, parts)
                .<Supplier<List<T>>>mapToObj(part -> () -> run.apply(
                        photo,
                        places.subList(places.size() * part / parts, places.size() * (part + 1) / parts)))
                .toList()));
    }

    private static <T> List<T> flat(List<List<T>> lists) {
        return lists.stream().flatMap(Collection::stream).toList();
    }

    @Override
    public void close() {
        pNet.close();
        rNet.close();
        oNet.close();
    }
}
