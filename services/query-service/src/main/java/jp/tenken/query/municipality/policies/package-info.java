/**
 * The editions of policies, special provisions, laws and guidelines that a municipality has made
 * known, each as it was issued: an edition never changes.
 *
 * <p>What an edition means for a contract belongs to the views of contracts and consultations.
 */
@NullMarked
package jp.tenken.query.municipality.policies;

import org.jspecify.annotations.NullMarked;
