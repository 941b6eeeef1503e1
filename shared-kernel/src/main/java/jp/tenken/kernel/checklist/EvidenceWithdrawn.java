package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * The reference no longer counts.
 *
 * @param contractId the contract
 * @param evidenceId the reference
 * @param reason why; null where nobody said
 */
@Event(namespace = EvidenceEvent.NAMESPACE, name = "EvidenceWithdrawn", version = "1")
public record EvidenceWithdrawn(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        EvidenceId evidenceId,
        @Nullable String reason)
        implements EvidenceEvent {}
