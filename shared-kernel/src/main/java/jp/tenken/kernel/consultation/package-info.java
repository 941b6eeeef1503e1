/**
 * Consultations (協議) between a municipality and a contractor: after an incident, about another
 * measure, about a new edition of a policy.
 *
 * <p>Here live the events under the sealed {@link jp.tenken.kernel.consultation.ConsultationEvent}
 * and the values that they carry. What is said in a consultation is always sealed. One on several
 * contracts is one consultation for each of them.
 */
@NullMarked
package jp.tenken.kernel.consultation;

import org.jspecify.annotations.NullMarked;
