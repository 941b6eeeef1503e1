package jp.tenken.command.municipality.openpolicyconsultations;

import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Open the consultations about an edition.
 *
 * @param policyEditionId the edition
 * @param contractIds about which contracts, each once; null = all that run
 * @param subject in one line, sealed; the same for all
 * @param proposal what the municipality proposes, sealed; the same for all
 * @param scope how far the caller may act
 * @param expectedVersion the edition's version that the caller saw, or null
 */
@Command(namespace = "tenken.municipality", name = "OpenPolicyConsultations", version = "1")
public record OpenPolicyConsultations(
        @TargetEntityId PolicyEditionId policyEditionId,
        @Nullable List<ContractId> contractIds,
        SealedText subject,
        SealedText proposal,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Most consultations that one command may open: a commit holds no more events. */
    public static final int MAX = 1_000;

    /** Refuses no contract, one twice, and too many. */
    public OpenPolicyConsultations {
        contractIds =
                contractIds == null ? null : ListRule.distinct("contractIds", contractIds, MAX);
    }
}
