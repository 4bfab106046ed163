/**
 * Limits on the memory that photos may take: how much of the process's memory is theirs, and who holds how much of it.
 *
 * <p>Nothing here knows what a photo is; time limits are in {@link io.eyegoogler.Cancellation}.
 */
package io.eyegoogler.limits;
