/**
 * The outsourcing contract: its parties, its period, the facts that decide which measures are
 * needed.
 *
 * <p>Here live the events under the sealed {@link jp.tenken.kernel.contract.ContractEvent}, those
 * of contractors under {@link jp.tenken.kernel.contract.ContractorEvent}, and the values that they
 * carry. The version of a contract is the number of its {@code ContractEvent}s, in a slice's state
 * as in a view.
 */
@NullMarked
package jp.tenken.kernel.contract;

import org.jspecify.annotations.NullMarked;
