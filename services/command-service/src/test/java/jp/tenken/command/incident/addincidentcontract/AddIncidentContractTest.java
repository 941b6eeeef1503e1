package jp.tenken.command.incident.addincidentcontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.Incidents;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentReported;
import org.junit.jupiter.api.Test;

class AddIncidentContractTest {

    private static final Incident OVER_ONE =
            Folded.into(
                    new Incident(),
                    new IncidentReported(
                            Incidents.ID,
                            List.of(new IncidentContract(Given.CONTRACT, 30)),
                            Incidents.facts(),
                            null));
    private static final IncidentContract ADDED = new IncidentContract(Incidents.OTHER_CONTRACT, 5);

    @Test
    void anotherContractIsConcernedAndEveryEventFromThenOnFindsIt() {
        Decision decision = decide(ADDED, Incidents.AS_CONTRACTOR, OVER_ONE);

        assertThat(decision)
                .isEqualTo(
                        new Decision(
                                "i-1",
                                2,
                                List.of(
                                        new IncidentContractAdded(
                                                Incidents.ID,
                                                ADDED,
                                                List.of(
                                                        Given.CONTRACT,
                                                        Incidents.OTHER_CONTRACT)))));
        Incident then = Folded.into(OVER_ONE, decision.events().toArray());
        assertThat(then.contractIds()).containsExactly(Given.CONTRACT, Incidents.OTHER_CONTRACT);
        assertThat(decide(ADDED, Scope.whole(), then)).isEqualTo(Decision.withoutEffect("i-1", 2));
    }

    @Test
    void severalAreAddedAtOnceThoseThatAreThereAlreadyLeftOut() {
        IncidentContract known = new IncidentContract(Given.CONTRACT, 30);

        Decision decision =
                AddIncidentContractHandler.decide(
                        new AddIncidentContract(
                                Incidents.ID, List.of(known, ADDED), true, Scope.whole(), null),
                        OVER_ONE,
                        Incidents.concerned());

        assertThat(decision)
                .isEqualTo(
                        new Decision(
                                "i-1",
                                2,
                                List.of(
                                        new IncidentContractAdded(
                                                Incidents.ID,
                                                ADDED,
                                                List.of(
                                                        Given.CONTRACT,
                                                        Incidents.OTHER_CONTRACT)))));
    }

    @Test
    void ofAListAllOrNothingIsAdded() {
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "contract-unknown",
                        () ->
                                AddIncidentContractHandler.decide(
                                        new AddIncidentContract(
                                                Incidents.ID,
                                                List.of(
                                                        ADDED,
                                                        new IncidentContract(
                                                                ContractId.of("nowhere"), null)),
                                                true,
                                                Scope.whole(),
                                                null),
                                        OVER_ONE,
                                        Incidents.concerned()))
                .satisfies(
                        no ->
                                assertThat(no.violations())
                                        .containsExactly(
                                                Violation.of(
                                                        "contracts[1].contractId",
                                                        "contract-unknown")));
    }

    @Test
    void oneMustBeAllowedToActForBoth() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(ADDED, Given.STAFF, OVER_ONE));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(ADDED, Given.OTHER_STAFF, OVER_ONE));
    }

    @Test
    void aContractThatDoesNotExistIsUnknown() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "contract-unknown",
                () ->
                        decide(
                                new IncidentContract(ContractId.of("nowhere"), null),
                                Scope.whole(),
                                OVER_ONE));
    }

    private static Decision decide(IncidentContract contract, Scope scope, Incident state) {
        return AddIncidentContractHandler.decide(
                new AddIncidentContract(Incidents.ID, List.of(contract), false, scope, null),
                state,
                Incidents.concerned());
    }
}
