package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.Optional;

/**
 * A place where a face may be, in px of the photo.
 *
 * @param sighting what MTCNN saw there, or nothing if only BlazeFace saw something
 * @param face roughly; of a sighting, its ears are of no account
 * @param both whether each detector came upon it by itself
 */
record Candidate(Optional<Sighting> sighting, Face face, boolean both) {}
