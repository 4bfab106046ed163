package io.eyegoogler.convert;

/** Says why a model was not converted: which file, which operator, which tensor. */
final class ConversionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConversionException(String message) {
        super(message);
    }
}
