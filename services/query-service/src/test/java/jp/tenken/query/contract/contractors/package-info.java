/** Specifications of the view of the same package. */
@NullMarked
package jp.tenken.query.contract.contractors;

import org.jspecify.annotations.NullMarked;
