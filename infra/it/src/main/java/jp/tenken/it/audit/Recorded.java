package jp.tenken.it.audit;

import org.jspecify.annotations.Nullable;

/**
 * A decision or a registration as it stands in the log.
 *
 * @param tenant whose
 * @param sequence the tenant's, of the last event of its commit
 * @param contract which contract
 * @param item which item; null = the contract was registered
 * @param mark the decision's note, or the contract's number; empty = none
 * @param answer of a decision; empty with a registration
 * @param reason of a decision
 * @param version of the resource, as the event says
 */
public record Recorded(
        String tenant,
        long sequence,
        String contract,
        @Nullable String item,
        String mark,
        String answer,
        @Nullable String reason,
        long version) {}
