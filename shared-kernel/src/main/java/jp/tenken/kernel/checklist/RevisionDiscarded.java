package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * The draft was given up; the answers of the latest confirmed revision stand again.
 *
 * @param contractId the contract
 * @param revision which revision, from 2; its number is not used again
 * @param reason why; null where nobody said
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "RevisionDiscarded", version = "1")
public record RevisionDiscarded(
        @EventTag(key = Tags.CONTRACT) ContractId contractId, int revision, @Nullable String reason)
        implements ChecklistEvent {}
