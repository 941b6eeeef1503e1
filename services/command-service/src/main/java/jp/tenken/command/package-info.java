/**
 * The write side: one package per command, and the contents page that names them all.
 *
 * <p>A slice is a command, its handler ({@code handle → decide → evolve}), its endpoint and its
 * configuration. Slices do not see each other; what several of one area share lives in the area's
 * package. Nothing here reads a view, the clock or a random number.
 */
@NullMarked
package jp.tenken.command;

import org.jspecify.annotations.NullMarked;
