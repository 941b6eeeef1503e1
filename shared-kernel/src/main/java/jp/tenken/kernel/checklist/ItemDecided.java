package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Remark;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * An item was decided: for the first time, or again while the checklist had never been submitted.
 *
 * @param contractId the contract
 * @param revision which revision, from 1
 * @param itemCode which item
 * @param answer implement or not_needed, never undecided
 * @param reason why; always there with not_needed, and printed
 * @param changeReason why it is decided only now; null before the first submission, and where
 *     nobody said
 * @param note what somebody wanted to remember; neither printed nor delivered
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ItemDecided", version = "1")
public record ItemDecided(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        @EventTag(key = Tags.ITEM) ItemCode itemCode,
        Answer answer,
        @Nullable String reason,
        @Nullable String changeReason,
        @Remark @Nullable String note)
        implements ChecklistEvent {}
