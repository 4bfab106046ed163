/**
 * A fuzzer: sends thousands of damaged images to the running service and reports those that it doesn't handle.
 *
 * <p>Load tests with intact photos are in {@code bench.http}.
 */
package io.eyegoogler.bench.fuzz;
