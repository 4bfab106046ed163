package io.eyegoogler.convert;

/** TFLite tensors may have any name, TensorFlow's nodes may not. */
final class Names {
    private Names() {}

    /** The name with every character that TensorFlow forbids, or takes for the end of a scope, made an underscore. */
    static String clean(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        return clean.matches("[A-Za-z0-9.].*") ? clean : "t" + clean;
    }
}
