/** Compares the ways to process many photos. Knows programs by their command lines only, never by their classes. */
package io.eyegoogler.bench.scale;
