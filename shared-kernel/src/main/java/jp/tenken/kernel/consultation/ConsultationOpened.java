package jp.tenken.kernel.consultation;

import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Municipality and contractor talk about a contract; the items named may stay undecided meanwhile.
 *
 * @param consultationId the consultation
 * @param contractId the contract
 * @param topic what it is about
 * @param subject in one line, sealed
 * @param proposal the first proposal, sealed
 * @param itemCodes which items it may change; may be empty
 * @param incidentId the incident it follows; null = none
 * @param policyEditionId the edition it follows; null = none
 * @param proposedBy who opened it
 */
@Event(namespace = ConsultationEvent.NAMESPACE, name = "ConsultationOpened", version = "1")
public record ConsultationOpened(
        @EventTag(key = Tags.CONSULTATION) ConsultationId consultationId,
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        Topic topic,
        SealedText subject,
        SealedText proposal,
        List<ItemCode> itemCodes,
        @EventTag(key = Tags.INCIDENT) @Nullable IncidentId incidentId,
        @EventTag(key = Tags.POLICY_EDITION) @Nullable PolicyEditionId policyEditionId,
        Side proposedBy)
        implements ConsultationEvent {

    /** Copies the list. */
    public ConsultationOpened {
        itemCodes = List.copyOf(itemCodes);
    }
}
