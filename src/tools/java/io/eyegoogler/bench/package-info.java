/**
 * How fast the program is: what each step costs, how costs grow, and how the service does beside another and under
 * load.
 *
 * <p>Each {@code main} here is a target of the Makefile and prints tables in Markdown, which {@code
 * docs/performance.md} holds. All that is measured is measured in turn, so that a drift of the machine hits every
 * contender alike.
 */
package io.eyegoogler.bench;
