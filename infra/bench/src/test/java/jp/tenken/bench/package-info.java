/** Shows that every benchmark runs and reports as promised; never how fast anything is. */
@NullMarked
package jp.tenken.bench;

import org.jspecify.annotations.NullMarked;
