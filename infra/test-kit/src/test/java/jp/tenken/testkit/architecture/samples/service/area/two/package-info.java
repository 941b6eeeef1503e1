/** A slice that is looked into. */
@NullMarked
package jp.tenken.testkit.architecture.samples.service.area.two;

import org.jspecify.annotations.NullMarked;
