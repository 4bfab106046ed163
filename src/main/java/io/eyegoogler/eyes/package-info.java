/**
 * From faces to eyes on pixels: where eyes go, how each style is drawn, and how pupils roll. Knows neither files nor
 * detectors, and no option's text.
 */
package io.eyegoogler.eyes;
