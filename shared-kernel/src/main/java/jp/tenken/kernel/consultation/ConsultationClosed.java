package jp.tenken.kernel.consultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is left to talk about.
 *
 * @param consultationId the consultation
 * @param contractId the contract
 * @param comment what was said with it, sealed; null where nothing was
 */
@Event(namespace = ConsultationEvent.NAMESPACE, name = "ConsultationClosed", version = "1")
public record ConsultationClosed(
        @EventTag(key = Tags.CONSULTATION) ConsultationId consultationId,
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        @Nullable SealedText comment)
        implements ConsultationEvent {}
