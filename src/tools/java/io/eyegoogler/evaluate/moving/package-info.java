/**
 * How well faces are tracked: synthetic sequences of moving heads, whose eyes are known in every frame, and what is measured
 * on them. No detection here.
 */
package io.eyegoogler.evaluate.moving;
