package io.eyegoogler.bench.fuzz;

/**
 * An intact file from which mutations are made.
 *
 * @param format such as {@code jpeg}; parts may be exchanged between files of the same format
 */
record SourceFile(String name, String format, byte[] bytes) {}
