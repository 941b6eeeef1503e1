package jp.tenken.kernel.consultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The municipality refused what was proposed.
 *
 * @param consultationId the consultation
 * @param contractId the contract
 * @param reason why, sealed
 */
@Event(namespace = ConsultationEvent.NAMESPACE, name = "ConsultationRefused", version = "1")
public record ConsultationRefused(
        @EventTag(key = Tags.CONSULTATION) ConsultationId consultationId,
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        SealedText reason)
        implements ConsultationEvent {}
