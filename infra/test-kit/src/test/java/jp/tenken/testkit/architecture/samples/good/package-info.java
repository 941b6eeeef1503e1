/** Classes that break no rule. */
@NullMarked
package jp.tenken.testkit.architecture.samples.good;

import org.jspecify.annotations.NullMarked;
