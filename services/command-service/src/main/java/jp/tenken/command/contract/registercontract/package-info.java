/**
 * A contract that hands personal information to a contractor is registered; its checklist opens in
 * the same commit, with every item undecided.
 *
 * <p>The departments must exist, the caller must belong to the one in charge or act for the whole
 * municipality.
 */
@NullMarked
package jp.tenken.command.contract.registercontract;

import org.jspecify.annotations.NullMarked;
