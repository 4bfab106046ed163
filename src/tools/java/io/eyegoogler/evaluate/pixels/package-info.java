/** Whether each pixel of a photo comes back as it is in the file. */
package io.eyegoogler.evaluate.pixels;
