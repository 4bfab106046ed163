package io.eyegoogler.evaluate;

import java.util.Comparator;
import java.util.Optional;

/**
 * Part of the photos or faces: those whose property {@code group} is {@code value}, written {@code group=value}.
 *
 * @param rank place among the values of its group; values of one rank go by the alphabet
 */
public record Slice(String group, int rank, String value) implements Comparable<Slice> {

    private static final Comparator<Slice> ORDER =
            Comparator.comparing(Slice::group).thenComparingInt(Slice::rank).thenComparing(Slice::value);
    /** The folder of a photo that lies in none. */
    private static final String NO_FOLDER = ".";

    /** Those whose property {@code group} is {@code value}. */
    public static Slice of(String group, String value) {
        return new Slice(group, 0, value);
    }

    /** The photos in one folder of the directory; folders in folders count to the outermost. */
    static Slice folder(String photo) {
        int end = photo.indexOf('/');
        return of("folder", end < 0 ? NO_FOLDER : photo.substring(0, end));
    }

    /** From {@code group=value}. */
    static Optional<Slice> parse(String text) {
        int equals = text.indexOf('=');
        return equals < 1 ? Optional.empty() : Optional.of(of(text.substring(0, equals), text.substring(equals + 1)));
    }

    @Override
    public int compareTo(Slice other) {
        return ORDER.compare(this, other);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return group + "=" + value;
    }
}
