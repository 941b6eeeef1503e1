package jp.tenken.kernel.contract;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The contract was amended (変更契約); the values are complete, what is not said here did not change.
 *
 * @param contractId the contract
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param period for which
 * @param reason why it was amended
 */
@Event(namespace = ContractEvent.NAMESPACE, name = "ContractAmended", version = "1")
public record ContractAmended(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        String contractNumber,
        String title,
        Period period,
        String reason)
        implements ContractEvent {}
