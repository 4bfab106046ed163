package io.eyegoogler.image.png;

/**
 * How a strip is compressed.
 *
 * @param filter  guesses its bytes
 * @param matches whether repeated bytes are looked for, or all are literals
 */
record FilterChoice(RowFilter filter, boolean matches) {}
