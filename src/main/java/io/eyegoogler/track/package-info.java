/**
 * Faces in moving pictures: which face of one frame is which of the next, where its eyes are, and how its pupils roll as
 * the head moves. Knows neither files nor networks: faces come from {@code detect}, eyes from {@code eyes}.
 */
package io.eyegoogler.track;
