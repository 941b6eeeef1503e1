/** One half of a cycle. */
@NullMarked
package jp.tenken.testkit.architecture.samples.cycle.one;

import org.jspecify.annotations.NullMarked;
