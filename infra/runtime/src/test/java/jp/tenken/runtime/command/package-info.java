/** The way of a command, on a real engine adapter over the reference log, with a toy slice. */
@NullMarked
package jp.tenken.runtime.command;

import org.jspecify.annotations.NullMarked;
