/** Checks of the assembly itself. */
@NullMarked
package jp.tenken.runtime;

import org.jspecify.annotations.NullMarked;
