/** Specifications of the view of the same package. */
@NullMarked
package jp.tenken.query.consultation.board;

import org.jspecify.annotations.NullMarked;
