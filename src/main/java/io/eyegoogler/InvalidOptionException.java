package io.eyegoogler;

/** Thrown for the text of an option that isn't one of its values; the message names the option, the text and the values. */
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    /** Longer values are cut in the message, characters. */
    private static final int SHOWN = 60;

    /**
     * Creates the exception.
     *
     * @param name of the option
     * @param value the text that isn't a value of it
     * @param choices what its values are, to complete a sentence
     */
    public InvalidOptionException(String name, String value, String choices) {
        super("Option " + name + " takes " + choices + "; it got '" + shown(value) + "'.");
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
