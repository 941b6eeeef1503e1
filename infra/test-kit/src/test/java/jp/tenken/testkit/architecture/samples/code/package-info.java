/** Classes that break one rule each. */
@NullMarked
package jp.tenken.testkit.architecture.samples.code;

import org.jspecify.annotations.NullMarked;
