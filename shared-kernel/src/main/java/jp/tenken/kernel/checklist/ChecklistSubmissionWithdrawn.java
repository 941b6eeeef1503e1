package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * The submission was taken back; the revision is a draft again.
 *
 * @param contractId the contract
 * @param revision which revision, from 1
 * @param comment what was said with it, sealed; null where nothing was
 * @param onBehalfOf for whom the actor stood in (代決): the subject; null = nobody
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ChecklistSubmissionWithdrawn", version = "1")
public record ChecklistSubmissionWithdrawn(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        @Nullable SealedText comment,
        @Nullable String onBehalfOf)
        implements ChecklistEvent {}
