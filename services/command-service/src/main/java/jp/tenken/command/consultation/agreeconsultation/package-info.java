/**
 * Both sides agree on measures. What is in force changes only through a revision: where the latest
 * one is confirmed and items are named, the same commit opens the next one, which carries the
 * agreement; one that is open or in review already carries it as it is. After the contract's end
 * nothing is opened any more.
 */
@NullMarked
package jp.tenken.command.consultation.agreeconsultation;

import org.jspecify.annotations.NullMarked;
