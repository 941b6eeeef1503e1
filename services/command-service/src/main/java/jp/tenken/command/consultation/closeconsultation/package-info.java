/**
 * Nothing is left to talk about: after an agreement, a refusal or a withdrawal, or without any of
 * them. Possible also after the contract's end.
 */
@NullMarked
package jp.tenken.command.consultation.closeconsultation;

import org.jspecify.annotations.NullMarked;
