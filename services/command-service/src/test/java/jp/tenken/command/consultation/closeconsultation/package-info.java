/** Specifications of the slice. They look at decisions, not at HTTP. */
@NullMarked
package jp.tenken.command.consultation.closeconsultation;

import org.jspecify.annotations.NullMarked;
