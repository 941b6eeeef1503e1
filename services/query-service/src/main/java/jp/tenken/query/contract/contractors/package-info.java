/**
 * The contractors (受託者) of a municipality, by id: what each is called.
 *
 * <p>Which contracts a contractor has belongs to the view of contracts.
 */
@NullMarked
package jp.tenken.query.contract.contractors;

import org.jspecify.annotations.NullMarked;
