/**
 * Face detection: the {@link io.eyegoogler.detect.FaceDetector} interface, and what its implementations in the packages
 * below share. No image files, HTTP or drawing here; of the rest of the project, only the public API's data types.
 */
package io.eyegoogler.detect;
