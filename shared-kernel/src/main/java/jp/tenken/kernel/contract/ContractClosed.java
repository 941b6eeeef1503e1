package jp.tenken.kernel.contract;

import java.time.LocalDate;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * The contract is at its end; incidents, evidence and duties about it go on.
 *
 * @param contractId the contract
 * @param kind how it ended
 * @param on its last day
 * @param reason why; null where nobody said
 */
@Event(namespace = ContractEvent.NAMESPACE, name = "ContractClosed", version = "1")
public record ContractClosed(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        ClosureKind kind,
        LocalDate on,
        @Nullable String reason)
        implements ContractEvent {}
