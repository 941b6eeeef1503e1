package jp.tenken.query.incident.board;

import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Scope;
import jp.tenken.query.contract.Contracts.Known;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * Who reads incidents. A contractor does not learn of whom else an incident concerns; the
 * municipality's own do.
 *
 * @param scope what the reader may read
 * @param subject the reader
 * @param known the contracts of the incidents
 */
record IncidentReader(Scope scope, String subject, Map<ContractId, Known> known) {

    /** Whether one of the incident's contracts is within what the reader may read. */
    boolean concerns(IncidentRow row) {
        return scope.wholeMunicipality() || row.contractIds().stream().anyMatch(this::covers);
    }

    /** Whether the reader may know that the incident concerns the contract. */
    boolean sees(ContractId id) {
        return scope.isMunicipal() || covers(id);
    }

    /** The contractor that reported; null where it is none that the reader may know of. */
    @Nullable ContractorId reporter(IncidentRow row) {
        ContractorId reporter = row.reportedByContractor();
        return scope.isMunicipal() || (reporter != null && scope.contractors().contains(reporter))
                ? reporter
                : null;
    }

    /** Who acted; null where that may have been somebody of a contractor that is concerned, too. */
    @Nullable RecordedActor actor(List<ContractId> concerned, @Nullable RecordedActor actor) {
        boolean own = actor == null || !actor.actedForAContractorBeside(subject);
        return own || concerned.stream().allMatch(this::sees) ? actor : null;
    }

    private boolean covers(ContractId id) {
        Known contract = known.get(id);
        return contract != null
                && scope.covers(
                        contract.parties().departments(), contract.parties().contractorId());
    }
}
