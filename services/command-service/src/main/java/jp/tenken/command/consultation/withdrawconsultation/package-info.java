/**
 * Who opened a consultation gives it up: the side, not the person. Possible also after the
 * contract's end.
 */
@NullMarked
package jp.tenken.command.consultation.withdrawconsultation;

import org.jspecify.annotations.NullMarked;
