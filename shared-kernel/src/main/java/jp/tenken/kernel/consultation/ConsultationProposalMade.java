package jp.tenken.kernel.consultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * Somebody made another proposal; the latest one is on the table.
 *
 * @param consultationId the consultation
 * @param contractId the contract
 * @param proposal the proposal, sealed
 * @param proposedBy who made it
 */
@Event(namespace = ConsultationEvent.NAMESPACE, name = "ConsultationProposalMade", version = "1")
public record ConsultationProposalMade(
        @EventTag(key = Tags.CONSULTATION) ConsultationId consultationId,
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        SealedText proposal,
        Side proposedBy)
        implements ConsultationEvent {}
