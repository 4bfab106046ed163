package io.eyegoogler.bench.fuzz;

/**
 * A file that mutations are made of.
 *
 * @param format by which files are told apart that parts may be exchanged between, as {@code jpeg}
 */
record SourceFile(String name, String format, byte[] bytes) {}
