/**
 * WebP: the container, lossy pictures (VP8: RFC 6386), lossless ones (the WebP lossless bitstream specification, RFC
 * 9649), and alpha beside lossy ones.
 *
 * <p>Pixels are those of libwebp exactly; it upsamples chroma "fancy", and computes red, green and blue with 14 bits.
 */
package io.eyegoogler.image.webp;
