/**
 * Options as people write them, for the command line and the HTTP service alike: text in, typed options of the public
 * API out. Knows neither of the two, and nothing else may read an option's text.
 */
package io.eyegoogler.options;
