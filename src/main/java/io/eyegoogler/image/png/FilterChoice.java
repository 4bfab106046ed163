package io.eyegoogler.image.png;

/**
 * How a strip is compressed.
 *
 * @param filter  the filter of all its rows
 * @param matches whether to search for repeated bytes, or to write literals only
 */
record FilterChoice(RowFilter filter, boolean matches) {}
