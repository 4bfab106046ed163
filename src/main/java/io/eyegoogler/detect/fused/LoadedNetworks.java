package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.rfb.RfbNetwork;
import java.nio.file.Path;

/** All networks, loaded, and the threads to run them on; one set for a process. */
record LoadedNetworks(BlazeFace shortRange, BlazeFace fullRange, RfbNetwork rfb, ONet oNet, HelperThreads workers)
        implements AutoCloseable {

    /** Loads the models from {@code modelDirectory}, or from the jar if that is null. */
    static LoadedNetworks load(Path modelDirectory) {
        return new LoadedNetworks(
                BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, modelDirectory),
                BlazeFace.load(BlazeFaceSpec.FULL_RANGE, modelDirectory),
                RfbNetwork.load(modelDirectory),
                ONet.load(modelDirectory),
                new HelperThreads(Runtime.getRuntime().availableProcessors()));
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
