package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A decided item was looked at again and stands as it is.
 *
 * @param contractId the contract
 * @param revision which revision, from 1
 * @param itemCode which item
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ItemReconfirmed", version = "1")
public record ItemReconfirmed(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        @EventTag(key = Tags.ITEM) ItemCode itemCode)
        implements ChecklistEvent {}
