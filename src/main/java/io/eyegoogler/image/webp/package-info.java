/**
 * A WebP decoder: the container and lossless images (VP8L) by RFC 9649, lossy images (VP8 key frames) by RFC 6386.
 *
 * <p>Decoded pixels are identical to libwebp's, with its "fancy" upsampling of chroma. Of an animation, each frame
 * is decoded by itself; nothing here composes frames, or writes WebP.
 */
package io.eyegoogler.image.webp;
