package io.eyegoogler.evaluate;

/**
 * One photo through one detector.
 *
 * @param decodeMs time to decode it, ms
 * @param detectMs time to find its faces, ms
 */
public record PhotoRun(AnnotatedPhoto photo, PhotoScore score, double decodeMs, double detectMs) {

    public String name() {
        return photo.name();
    }
}
