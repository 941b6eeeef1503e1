/**
 * One side of a contract asks for a consultation: after an incident, about another measure, about a
 * new edition of a policy. The items that it names may wait undecided while it is open. After the
 * contract's end there are consultations about incidents only.
 */
@NullMarked
package jp.tenken.command.consultation.openconsultation;

import org.jspecify.annotations.NullMarked;
