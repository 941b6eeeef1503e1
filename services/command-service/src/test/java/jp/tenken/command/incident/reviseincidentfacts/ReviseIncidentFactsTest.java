package jp.tenken.command.incident.reviseincidentfacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.Incidents;
import jp.tenken.command.incident.ToldFacts;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviseIncidentFactsTest {

    @Test
    void whatIsToldIsCompleteAndEstimatesThatAreNotToldStay() {
        Decision decision =
                decide(
                        List.of(new IncidentContract(Given.CONTRACT, 120)),
                        Given.STAFF,
                        1L,
                        Incidents.open());

        assertThat(decision)
                .isEqualTo(
                        new Decision(
                                "i-1",
                                2,
                                List.of(
                                        new IncidentFactsRevised(
                                                Incidents.ID,
                                                2,
                                                List.of(
                                                        new IncidentContract(Given.CONTRACT, 120),
                                                        new IncidentContract(
                                                                Incidents.OTHER_CONTRACT, null)),
                                                Incidents.facts()))));
        Incident then = Folded.into(Incidents.open(), decision.events().toArray());
        assertThat(decide(List.of(), Incidents.AS_CONTRACTOR, 2L, then).events())
                .first()
                .isInstanceOfSatisfying(
                        IncidentFactsRevised.class,
                        event -> assertThat(event.revision()).isEqualTo(3));
    }

    @Test
    void whatIsNotToldStaysAsItWas() {
        Incident known =
                Folded.into(
                        new Incident(),
                        new IncidentReported(
                                Incidents.ID,
                                List.of(new IncidentContract(Given.CONTRACT, 30)),
                                new IncidentFacts(
                                        Incidents.LEARNED,
                                        null,
                                        Incidents.LEARNED.minusSeconds(60),
                                        null,
                                        Given.SEALED,
                                        Given.SEALED,
                                        true,
                                        null),
                                null));
        SealedText words = new SealedText("k-2", "AQID");

        assertThat(
                        told(
                                known,
                                null,
                                new ToldFacts(
                                        null, null, null, null, words, false, null, null, true)))
                .isEqualTo(
                        new IncidentFactsRevised(
                                Incidents.ID,
                                2,
                                known.contracts(),
                                new IncidentFacts(
                                        Incidents.LEARNED,
                                        null,
                                        Incidents.LEARNED.minusSeconds(60),
                                        null,
                                        words,
                                        Given.SEALED,
                                        true,
                                        true)));
        assertThat(
                        told(
                                        known,
                                        null,
                                        new ToldFacts(
                                                null, null, null, null, null, true, null, false,
                                                null))
                                .facts())
                .as("kinds of data are told: there are none")
                .returns(null, IncidentFacts::dataItems)
                .returns(false, IncidentFacts::encrypted)
                .returns(Given.SEALED, IncidentFacts::summary);
        assertThat(told(known, 80, NOTHING).contracts())
                .containsExactly(new IncidentContract(Given.CONTRACT, 80));
    }

    @Test
    void anEstimateAtTheTopIsThatOfTheOnlyContract() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "persons-estimate-ambiguous",
                () -> told(Incidents.open(), 80, NOTHING));
    }

    private static final ToldFacts NOTHING =
            new ToldFacts(null, null, null, null, null, false, null, null, null);

    private static IncidentFactsRevised told(
            Incident state, @Nullable Integer persons, ToldFacts facts) {
        return (IncidentFactsRevised)
                ReviseIncidentFactsHandler.decide(
                                new ReviseIncidentFacts(
                                        Incidents.ID,
                                        List.of(),
                                        persons,
                                        facts,
                                        Incidents.LEARNED,
                                        Scope.whole(),
                                        null),
                                state,
                                Incidents.concerned())
                        .events()
                        .getFirst();
    }

    @Test
    void whoMayActForNoContractOfItTellsNothing() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        decide(
                                List.of(),
                                Scope.ofContractors(Set.of(ContractorId.of("another"))),
                                null,
                                Incidents.open()));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "incident-not-found",
                () -> decide(List.of(), Scope.whole(), null, new Incident()));
    }

    @Test
    void nobodyEstimatesForContractsOfOthers() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        decide(
                                List.of(new IncidentContract(Incidents.OTHER_CONTRACT, 5)),
                                Given.STAFF,
                                null,
                                Incidents.open()));
        assertThat(decide(Incidents.contracts(), Given.STAFF, null, Incidents.open()).events())
                .as("to repeat what was estimated is no estimate")
                .hasSize(1);
    }

    @Test
    void aContractThatIsNotOfTheIncidentIsAddedNotEstimated() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "contract-unknown",
                () ->
                        decide(
                                List.of(new IncidentContract(ContractId.of("c-3"), 5)),
                                Scope.whole(),
                                null,
                                Incidents.open()));
    }

    @Test
    void anOlderVersionIsStaleAndAClosedIncidentIsOver() {
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide(List.of(), Scope.whole(), 4L, Incidents.open()));
        Incident closed =
                Folded.into(
                        Incidents.open(),
                        new IncidentClosed(Incidents.ID, List.of(Given.CONTRACT), null));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "incident-not-open",
                () -> decide(List.of(), Scope.whole(), null, closed));
    }

    private static Decision decide(
            List<IncidentContract> estimates,
            Scope scope,
            @Nullable Long expected,
            Incident state) {
        return ReviseIncidentFactsHandler.decide(
                new ReviseIncidentFacts(
                        Incidents.ID,
                        estimates,
                        null,
                        ToldFacts.of(Incidents.facts()),
                        Incidents.LEARNED,
                        scope,
                        expected),
                state,
                Incidents.concerned());
    }
}
