package jp.tenken.kernel.contract;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * How personal information is handled under the contract; replaces what was declared before.
 *
 * @param contractId the contract
 * @param facts all facts that are known now
 */
@Event(namespace = ContractEvent.NAMESPACE, name = "ContractFactsDeclared", version = "1")
public record ContractFactsDeclared(
        @EventTag(key = Tags.CONTRACT) ContractId contractId, ContractFacts facts)
        implements ContractEvent {}
