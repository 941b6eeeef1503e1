package jp.tenken.command.consultation.openconsultation;

import java.util.List;
import jp.tenken.command.consultation.ItemList;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.consultation.Topic;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Open a consultation.
 *
 * @param consultationId of the consultation to be; made at the edge
 * @param contractId the contract
 * @param topic what it is about
 * @param subject in one line, sealed
 * @param proposal the first proposal, sealed
 * @param itemCodes which items it may change, each once; may be empty
 * @param incidentId the incident that it follows; needed with that topic
 * @param policyEditionId the edition that it follows; null = none
 * @param scope how far the caller may act
 */
@Command(namespace = "tenken.consultation", name = "OpenConsultation", version = "1")
public record OpenConsultation(
        ConsultationId consultationId,
        ContractId contractId,
        Topic topic,
        SealedText subject,
        SealedText proposal,
        List<ItemCode> itemCodes,
        @Nullable IncidentId incidentId,
        @Nullable PolicyEditionId policyEditionId,
        Scope scope) {

    /** Refuses an item twice, and the topic of an incident without one. */
    public OpenConsultation {
        itemCodes = ItemList.distinct(itemCodes);
        if (topic == Topic.INCIDENT && incidentId == null) {
            throw Rejection.invalidField("incidentId", RejectionCodes.INCIDENT_REQUIRED);
        }
    }

    /** What the decision depends on. */
    @TargetEntityId
    public Target target() {
        return new Target(consultationId, contractId, incidentId, policyEditionId);
    }

    /**
     * What a consultation to be names.
     *
     * @param consultationId the consultation
     * @param contractId the contract
     * @param incidentId null = none
     * @param policyEditionId null = none
     */
    public record Target(
            ConsultationId consultationId,
            ContractId contractId,
            @Nullable IncidentId incidentId,
            @Nullable PolicyEditionId policyEditionId) {}
}
