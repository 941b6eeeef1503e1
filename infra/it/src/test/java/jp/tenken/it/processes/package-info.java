/** The suite of separate processes in its short form. */
@NullMarked
package jp.tenken.it.processes;

import org.jspecify.annotations.NullMarked;
