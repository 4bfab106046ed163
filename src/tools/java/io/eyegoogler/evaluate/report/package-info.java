/** An evaluation for people, on the terminal and as a page, and for programs, as JSON. */
package io.eyegoogler.evaluate.report;
