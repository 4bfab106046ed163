/** ImageIO readers of simple formats. */
package io.eyegoogler.image.reader;
