/** The other half of a cycle. */
@NullMarked
package jp.tenken.testkit.architecture.samples.cycle.two;

import org.jspecify.annotations.NullMarked;
