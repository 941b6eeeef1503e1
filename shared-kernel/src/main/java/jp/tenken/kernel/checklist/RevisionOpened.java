package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * What is in force may be decided anew; until the revision is confirmed and effective the former
 * one stays in force.
 *
 * @param contractId the contract
 * @param revision the new revision, from 2
 * @param kind what makes it necessary
 * @param reason why; what changes in it without a reason of its own takes this one
 * @param consultationId the consultation that it carries; null = none
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "RevisionOpened", version = "1")
public record RevisionOpened(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        RevisionKind kind,
        String reason,
        @Nullable ConsultationId consultationId)
        implements ChecklistEvent {}
