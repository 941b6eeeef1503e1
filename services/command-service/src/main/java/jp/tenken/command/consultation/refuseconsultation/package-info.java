/**
 * The municipality refuses what was proposed, and says why. Possible also after the contract's end.
 */
@NullMarked
package jp.tenken.command.consultation.refuseconsultation;

import org.jspecify.annotations.NullMarked;
