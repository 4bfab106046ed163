/**
 * A WebP decoder: the container and lossless images (VP8L) by RFC 9649, lossy images (VP8 key frames) by RFC 6386.
 *
 * <p>Decoded pixels are identical to libwebp's, with its "fancy" upsampling of chroma. Nothing here writes WebP or
 * decodes more than the first frame.
 */
package io.eyegoogler.image.webp;
