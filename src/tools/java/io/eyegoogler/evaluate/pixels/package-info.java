/**
 * Checks that pixels come back as they are in the file: compares the service's answers with reference pixels.
 *
 * <p>Accuracy of detection is measured in the package above.
 */
package io.eyegoogler.evaluate.pixels;
