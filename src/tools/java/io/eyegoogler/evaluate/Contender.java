package io.eyegoogler.evaluate;

import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.FaceResult;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.StageListener;
import java.nio.ByteBuffer;

/**
 * A detector by the name that the reports give it.
 *
 * @param finder from a file's bytes to the faces in it
 */
record Contender(String name, FaceFinder finder) {

    /** What {@code googler} finds. */
    static Contender of(String name, EyeGoogler googler) {
        return new Contender(
                name,
                (photo, observer) ->
                        googler.faces(ByteBuffer.wrap(photo), GooglyOptions.DEFAULT, Cancellation.NEVER, observer));
    }

    /** Finds faces; throws {@link io.eyegoogler.PhotoRejectedException} where it isn't given a photo. */
    @FunctionalInterface
    interface FaceFinder {
        FaceResult find(byte[] photo, StageListener observer);
    }
}
