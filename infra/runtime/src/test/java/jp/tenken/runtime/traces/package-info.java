/** Tests of the traces. */
@NullMarked
package jp.tenken.runtime.traces;

import org.jspecify.annotations.NullMarked;
