package jp.tenken.kernel.consultation;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * Both sides agreed on measures.
 *
 * @param consultationId the consultation
 * @param contractId the contract
 * @param revision the revision of the checklist that carries the agreement, from 1
 * @param measures what was agreed, sealed
 * @param itemCodes which items it changes; may be empty
 * @param effectiveOn from which day on
 */
@Event(namespace = ConsultationEvent.NAMESPACE, name = "ConsultationAgreed", version = "1")
public record ConsultationAgreed(
        @EventTag(key = Tags.CONSULTATION) ConsultationId consultationId,
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        SealedText measures,
        List<ItemCode> itemCodes,
        LocalDate effectiveOn)
        implements ConsultationEvent {

    /** Copies the list. */
    public ConsultationAgreed {
        itemCodes = List.copyOf(itemCodes);
    }
}
