/** Specifications of the view of the same package. */
@NullMarked
package jp.tenken.query.checklist.evidence;

import org.jspecify.annotations.NullMarked;
