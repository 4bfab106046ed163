package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.rfb.Rfb;
import java.nio.file.Path;

/** All networks, loaded, and the threads to run them on; one set for a process. */
record Networks(BlazeFace shortRange, BlazeFace fullRange, Rfb rfb, ONet oNet, Workers workers)
        implements AutoCloseable {

    /** Loads the models from {@code modelDirectory}, or from the jar if that is null. */
    static Networks load(Path modelDirectory) {
        return new Networks(
                BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, modelDirectory),
                BlazeFace.load(BlazeFaceSpec.FULL_RANGE, modelDirectory),
                Rfb.load(modelDirectory),
                ONet.load(modelDirectory),
                new Workers(Runtime.getRuntime().availableProcessors()));
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
