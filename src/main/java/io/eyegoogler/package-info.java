/**
 * Puts googly eyes on the people in photos.
 *
 * <p>{@link io.eyegoogler.EyeGoogler} does the work, {@link io.eyegoogler.GooglyOptions} say how the eyes should be, and
 * {@link io.eyegoogler.EyeGooglerConfig} how hard to look for faces:
 *
 * <pre>{@code
 * try (EyeGoogler googler = EyeGoogler.load()) {
 *     byte[] photo = Files.readAllBytes(Path.of("photo.jpg"));
 *     GooglyPhoto googly = googler.googly(photo, GooglyOptions.DEFAULT.withGaze(Gaze.LEFT));
 *     Files.write(Path.of("googly.png"), googly.file());
 * }
 * }</pre>
 *
 * <p>This package is the public API and nothing else: its types alone appear in its signatures, and other packages, which
 * may change with any release, are not for use by other programs.
 */
package io.eyegoogler;
