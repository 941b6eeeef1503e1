/** Tests of the metrics. */
@NullMarked
package jp.tenken.runtime.metrics;

import org.jspecify.annotations.NullMarked;
