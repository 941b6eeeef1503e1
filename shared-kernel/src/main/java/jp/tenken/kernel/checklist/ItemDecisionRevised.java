package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Remark;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A decided item was decided otherwise after the checklist had been submitted once.
 *
 * @param contractId the contract
 * @param revision which revision, from 1
 * @param itemCode which item
 * @param from what stood before
 * @param to what stands now; may equal {@code from} where only the note changed
 * @param changeReason why
 * @param note what somebody wanted to remember; neither printed nor delivered
 * @param consultationId the consultation whose agreement names the item and is carried by the
 *     revision, else the one for which the revision was opened; null = none
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ItemDecisionRevised", version = "1")
public record ItemDecisionRevised(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        @EventTag(key = Tags.ITEM) ItemCode itemCode,
        ItemAnswer from,
        ItemAnswer to,
        String changeReason,
        @Remark @Nullable String note,
        @Nullable ConsultationId consultationId)
        implements ChecklistEvent {}
