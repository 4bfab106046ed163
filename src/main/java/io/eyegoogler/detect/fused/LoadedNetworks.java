package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.rfb.RfbNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All networks, loaded, and the threads to run them on; one set for a process. */
record LoadedNetworks(BlazeFace shortRange, BlazeFace fullRange, RfbNetwork rfb, ONet oNet, HelperThreads helpers)
        implements AutoCloseable {

    /**
     * Loads the models from {@code modelDirectory}, or from the jar if that is null: all of them, or none stays loaded.
     */
    static LoadedNetworks load(Path modelDirectory) {
        List<Runnable> loaded = new ArrayList<>();
        try {
            BlazeFace shortRange = BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, modelDirectory);
            loaded.add(shortRange::close);
            BlazeFace fullRange = BlazeFace.load(BlazeFaceSpec.FULL_RANGE, modelDirectory);
            loaded.add(fullRange::close);
            RfbNetwork rfb = RfbNetwork.load(modelDirectory);
            loaded.add(rfb::close);
            ONet oNet = ONet.load(modelDirectory);
            HelperThreads helpers = new HelperThreads(Runtime.getRuntime().availableProcessors());
            return new LoadedNetworks(shortRange, fullRange, rfb, oNet, helpers);
        } catch (RuntimeException | Error failure) {
            loaded.forEach(Runnable::run);
            throw failure;
        }
    }

    @Override
    public void close() {
        shortRange.close();
        fullRange.close();
        rfb.close();
        oNet.close();
        helpers.close();
    }
}
