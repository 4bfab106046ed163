/**
 * Limits on what photos may take of the process: its memory, how much of it is theirs and who holds how much, and its
 * processors, whether there is a photo for each of them.
 *
 * <p>Nothing here knows what a photo is; time limits are in {@link io.eyegoogler.Cancellation}.
 */
package io.eyegoogler.limits;
