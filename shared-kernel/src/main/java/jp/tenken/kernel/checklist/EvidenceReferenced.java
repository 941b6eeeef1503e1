package jp.tenken.kernel.checklist;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A document shows that measures are agreed or taken; the document itself stays where it is.
 *
 * @param contractId the contract
 * @param evidenceId the reference
 * @param itemCodes which items it is about; at least one
 * @param kind what kind of document
 * @param title what it is called
 * @param documentNumber the municipality's or contractor's own number; null where it has none
 * @param sha256 digest of the document; null where nobody gave it
 * @param datedOn the day that it bears
 */
@Event(namespace = EvidenceEvent.NAMESPACE, name = "EvidenceReferenced", version = "1")
public record EvidenceReferenced(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        EvidenceId evidenceId,
        List<ItemCode> itemCodes,
        EvidenceKind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable Sha256 sha256,
        LocalDate datedOn)
        implements EvidenceEvent {

    /** Copies the list. */
    public EvidenceReferenced {
        itemCodes = List.copyOf(itemCodes);
    }
}
