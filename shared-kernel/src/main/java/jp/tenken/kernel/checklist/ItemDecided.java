package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * An item was decided, or decided again while the checklist was not yet submitted.
 *
 * @param contractId the contract
 * @param itemCode which item
 * @param answer implement or not_needed, never undecided
 * @param reason why; always there with not_needed, and printed
 * @param changeReason why it was decided otherwise than before; null before the first submission
 * @param note what somebody wanted to remember; not printed
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ItemDecided", version = "1")
public record ItemDecided(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        @EventTag(key = Tags.ITEM) ItemCode itemCode,
        Answer answer,
        @Nullable String reason,
        @Nullable String changeReason,
        @Nullable String note)
        implements ChecklistEvent {}
