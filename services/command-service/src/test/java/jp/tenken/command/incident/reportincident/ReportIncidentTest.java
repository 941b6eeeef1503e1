package jp.tenken.command.incident.reportincident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.Incidents;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportIncidentTest {

    private static final Scope BOTH =
            Scope.ofDepartments(Set.of(Given.DEPARTMENT, Given.OTHER_DEPARTMENT));
    private static final Instant NOW = Incidents.LEARNED.plusSeconds(60);

    @Test
    void anIncidentOverSeveralContractsIsReportedOnce() {
        Decision decision = decide(Incidents.contracts(), BOTH, new Incident());

        assertThat(decision).isEqualTo(new Decision("i-1", 1, List.of(Incidents.reported())));
        assertThat(decide(Incidents.contracts(), BOTH, Incidents.open()))
                .isEqualTo(Decision.withoutEffect("i-1", 1));
    }

    @Test
    void whoReportsMustBeAllowedToActForEveryContract() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(Incidents.contracts(), Given.STAFF, new Incident()));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        decide(
                                Incidents.contracts(),
                                Scope.ofContractors(Set.of(ContractorId.of("another"))),
                                new Incident()));
    }

    @Test
    void aContractorReportsItsOwnContractsAndIsNamed() {
        Decision decision = decide(Incidents.contracts(), Incidents.AS_CONTRACTOR, new Incident());

        assertThat(decision.events())
                .containsExactly(
                        new IncidentReported(
                                Incidents.ID,
                                Incidents.contracts(),
                                Incidents.facts(),
                                Incidents.CONTRACTOR));
    }

    @ParameterizedTest
    @EnumSource
    void aContractThatWasClosedHoweverIsConcernedLikeAnyOther(ClosureKind kind) {
        ConcernedContracts closed =
                new ConcernedContracts(
                        Map.of(
                                Given.CONTRACT,
                                OpenChecklist.NONE
                                        .evolve(Given.registered())
                                        .evolve(Given.opened())
                                        .evolve(
                                                new ContractClosed(
                                                        Given.CONTRACT,
                                                        kind,
                                                        LocalDate.parse("2026-04-30"),
                                                        null))));
        List<IncidentContract> contracts = List.of(new IncidentContract(Given.CONTRACT, 30));

        for (Scope scope : List.of(Scope.whole(), Given.STAFF, Incidents.AS_CONTRACTOR)) {
            assertThat(
                            ReportIncidentHandler.decide(
                                            new ReportIncident(
                                                    Incidents.ID,
                                                    contracts,
                                                    Incidents.facts(),
                                                    NOW,
                                                    scope),
                                            new Incident(),
                                            closed)
                                    .events())
                    .hasSize(1);
        }
    }

    @Test
    void aContractThatDoesNotExistIsNamedByItsPlace() {
        List<IncidentContract> contracts =
                List.of(
                        new IncidentContract(Given.CONTRACT, null),
                        new IncidentContract(ContractId.of("nowhere"), null));

        Rejected.as(
                        Rejection.Kind.INVALID,
                        "contract-unknown",
                        () -> decide(contracts, Scope.whole(), new Incident()))
                .satisfies(
                        no ->
                                assertThat(no.violations())
                                        .containsExactly(
                                                Violation.of(
                                                        "contracts[1].contractId",
                                                        "contract-unknown")));
    }

    @Test
    void noContractAndOneTwiceAreRefused() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "entries-required",
                () -> decide(List.of(), Scope.whole(), new Incident()));
        IncidentContract once = new IncidentContract(Given.CONTRACT, 1);
        Rejected.as(
                Rejection.Kind.INVALID,
                "entry-repeated",
                () -> decide(List.of(once, once), Scope.whole(), new Incident()));
    }

    @Test
    void nobodyLearnsOfAnythingTomorrow() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "instant-in-future",
                () -> command(Incidents.facts(), Incidents.LEARNED.minusSeconds(301)));
        assertThat(command(Incidents.facts(), Incidents.LEARNED.minusSeconds(299)).facts())
                .as("a clock that is some minutes ahead is no lie")
                .isEqualTo(Incidents.facts());
    }

    @Test
    void theDepartmentThatLearnedOfItMustExist() {
        IncidentFacts facts =
                new IncidentFacts(
                        Incidents.LEARNED,
                        Given.DEPARTMENT,
                        null,
                        null,
                        Given.SEALED,
                        null,
                        null,
                        null);
        Incident known = Folded.into(new Incident(), Given.established(Given.DEPARTMENT));

        Rejected.as(
                Rejection.Kind.INVALID,
                "department-unknown",
                () ->
                        ReportIncidentHandler.decide(
                                command(facts, NOW), new Incident(), Incidents.concerned()));
        assertThat(
                        ReportIncidentHandler.decide(
                                        command(facts, NOW), known, Incidents.concerned())
                                .events())
                .hasSize(1);
    }

    private static Decision decide(List<IncidentContract> contracts, Scope scope, Incident state) {
        return ReportIncidentHandler.decide(
                new ReportIncident(Incidents.ID, contracts, Incidents.facts(), NOW, scope),
                state,
                Incidents.concerned());
    }

    private static ReportIncident command(IncidentFacts facts, Instant now) {
        return new ReportIncident(Incidents.ID, Incidents.contracts(), facts, now, Scope.whole());
    }
}
