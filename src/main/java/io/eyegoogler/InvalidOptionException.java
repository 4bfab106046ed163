package io.eyegoogler;

/** An option with a value that isn't taken; the message names it, what it got and what it takes. */
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    /** Longer values are cut in the message, characters. */
    private static final int SHOWN = 60;

    InvalidOptionException(String name, String value, String choices) {
        super("Option " + name + " takes " + choices + "; it got '" + shown(value) + "'.");
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
