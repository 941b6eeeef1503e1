/**
 * The consultations (協議) of a municipality with its contractors: what was proposed, by whom, and
 * what came of it.
 *
 * <p>Rows hold what was said, sealed; to whom the contract belongs is joined when it is read.
 */
@NullMarked
package jp.tenken.query.consultation.board;

import org.jspecify.annotations.NullMarked;
