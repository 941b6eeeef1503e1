package jp.tenken.kernel.checklist;

import java.time.LocalDate;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * The last step of the approval path agreed: the revision is in force from a day on.
 *
 * @param contractId the contract
 * @param revision which revision, from 1
 * @param effectiveOn from which day on, any day
 * @param comment what was said with it, sealed; null where nothing was
 * @param onBehalfOf for whom the actor stood in (代決): the subject; null = nobody
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ChecklistConfirmed", version = "1")
public record ChecklistConfirmed(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        LocalDate effectiveOn,
        @Nullable SealedText comment,
        @Nullable String onBehalfOf)
        implements ChecklistEvent {}
