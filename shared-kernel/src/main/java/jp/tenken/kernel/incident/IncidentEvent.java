package jp.tenken.kernel.incident;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;

/**
 * Everything that happens to an incident; the incident's version is the number of these events.
 * Each carries all contracts concerned, so that each contract finds it.
 */
public sealed interface IncidentEvent
        permits IncidentReported,
                IncidentFactsRevised,
                IncidentContractAdded,
                IncidentClassified,
                IncidentWithdrawn,
                IncidentClosed {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.incident";

    /** Which incident. */
    IncidentId incidentId();

    /** Every contract concerned, each once; at least one. */
    List<ContractId> contractIds();
}
