package jp.tenken.kernel.consultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Who opened the consultation gave it up.
 *
 * @param consultationId the consultation
 * @param contractId the contract
 * @param reason why, sealed; null where nobody said
 */
@Event(namespace = ConsultationEvent.NAMESPACE, name = "ConsultationWithdrawn", version = "1")
public record ConsultationWithdrawn(
        @EventTag(key = Tags.CONSULTATION) ConsultationId consultationId,
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        @Nullable SealedText reason)
        implements ConsultationEvent {}
