package io.eyegoogler;

/** Thrown when an option has an invalid value; the message names the option, the value and what was expected. */
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    /** Longer values are cut in the message, characters. */
    private static final int MAX_SHOWN = 60;

    /**
     * Creates the exception.
     *
     * @param name the name of the option
     * @param value the invalid value
     * @param expected what was expected, as the end of a sentence
     */
    public InvalidOptionException(String name, String value, String expected) {
        super("Invalid value '" + shown(value) + "' for option '" + name + "': expected " + expected + ".");
    }

    private static String shown(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }
}
