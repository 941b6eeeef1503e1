/** The crash suite in its short form. */
@NullMarked
package jp.tenken.it.crash;

import org.jspecify.annotations.NullMarked;
