package io.eyegoogler.evaluate;

import io.eyegoogler.FacesFound;
import io.eyegoogler.Stage;

/**
 * A detector by the name that the reports give it.
 *
 * @param finder from a file's bytes to the faces in it, for example {@code EyeGoogler::faces}
 */
record Contender(String name, FaceFinder finder) {

    /** Finds faces; throws {@link io.eyegoogler.image.PhotoRejected} where it isn't given a photo. */
    @FunctionalInterface
    interface FaceFinder {
        FacesFound find(byte[] photo, Stage.Observer observer);
    }
}
