/** Damaged pictures by the thousand at the running service, to find those that it can't bear. */
package io.eyegoogler.bench.fuzz;
