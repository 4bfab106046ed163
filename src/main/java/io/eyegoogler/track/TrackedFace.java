package io.eyegoogler.track;

import io.eyegoogler.Face;

/**
 * A face in one frame of a moving picture.
 *
 * @param id the same in all frames that show this face, counted from 0 in the order of appearance
 * @param face smoothed over the frames so far, px of the frame
 */
public record TrackedFace(int id, Face face) {}
