package jp.tenken.command.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentReported;

/** The incident with which the tests of this area begin: over two contracts of one contractor. */
public final class Incidents {

    /** An incident. */
    public static final IncidentId ID = IncidentId.of("i-1");

    /** Another contract, of the other department. */
    public static final ContractId OTHER_CONTRACT = ContractId.of("c-2");

    /** When it was learned of. */
    public static final Instant LEARNED = Instant.parse("2026-10-01T00:00:00Z");

    /** Its contractor. */
    public static final ContractorId CONTRACTOR = Given.registered().contractor().contractorId();

    /** The contractor itself. */
    public static final Scope AS_CONTRACTOR = Scope.ofContractors(Set.of(CONTRACTOR));

    private Incidents() {}

    /** What is known. */
    public static IncidentFacts facts() {
        return new IncidentFacts(LEARNED, null, null, null, Given.SEALED, Given.SEALED, null, null);
    }

    /** Both contracts, with estimates. */
    public static List<IncidentContract> contracts() {
        return List.of(
                new IncidentContract(Given.CONTRACT, 30),
                new IncidentContract(OTHER_CONTRACT, null));
    }

    /** It was reported. */
    public static IncidentReported reported() {
        return new IncidentReported(ID, contracts(), facts(), null);
    }

    /** The incident, open. */
    public static Incident open() {
        return Folded.into(new Incident(), reported());
    }

    /** Both contracts as they stand. */
    public static ConcernedContracts concerned() {
        ContractRegistered first = Given.registered();
        ContractRegistered second =
                new ContractRegistered(
                        OTHER_CONTRACT,
                        "R8-0124",
                        "別の業務委託",
                        Given.OTHER_DEPARTMENT,
                        List.of(),
                        first.contractor(),
                        first.period());
        return new ConcernedContracts(
                Map.of(
                        Given.CONTRACT,
                        OpenChecklist.NONE.evolve(first),
                        OTHER_CONTRACT,
                        OpenChecklist.NONE.evolve(second)));
    }
}
