/** What bounds the work on a photo: {@link Cancellation} bounds its time, {@link MemoryBudget} its memory. */
package io.eyegoogler.limits;
