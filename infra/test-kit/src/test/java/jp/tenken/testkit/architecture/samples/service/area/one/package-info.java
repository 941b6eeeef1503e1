/** A slice that looks into another one. */
@NullMarked
package jp.tenken.testkit.architecture.samples.service.area.one;

import org.jspecify.annotations.NullMarked;
