/**
 * The program: its commands ({@code serve}, {@code googly}, {@code health}), their options, and what belongs to a
 * process, such as logging set-up and exit status. Nothing here processes photos or speaks HTTP as a server; no other
 * package may import this one.
 */
package io.eyegoogler.cli;
