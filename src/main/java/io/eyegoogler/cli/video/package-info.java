/**
 * Videos on the command line: frames come from {@code ffmpeg} by a pipe, and go back to it by another. Knows neither
 * options nor names of results, nor how faces are followed.
 */
package io.eyegoogler.cli.video;
