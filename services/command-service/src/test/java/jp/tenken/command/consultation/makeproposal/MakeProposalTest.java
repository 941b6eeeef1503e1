package jp.tenken.command.consultation.makeproposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.Consulted;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MakeProposalTest {

    @Test
    void eitherSideProposesAsOftenAsItLikesAndTheOtherMayAnswer() {
        Consultation state = Consulted.open();
        for (int said = 0; said < 3; said++) {
            boolean ofContractor = said % 2 == 0;

            Decision decision =
                    decide(ofContractor ? Consulted.AS_CONTRACTOR : Given.STAFF, null, state);

            assertThat(decision)
                    .isEqualTo(
                            new Decision(
                                    "con-1",
                                    said + 2,
                                    List.of(
                                            new ConsultationProposalMade(
                                                    Consulted.ID,
                                                    Given.CONTRACT,
                                                    Given.SEALED,
                                                    ofContractor
                                                            ? Side.CONTRACTOR
                                                            : Side.MUNICIPALITY))));
            state = Folded.into(state, decision.events().toArray());
        }
    }

    @Test
    void nothingIsProposedOnceItIsSettledOrClosed() {
        Consultation refused =
                Folded.into(
                        Consulted.open(),
                        new ConsultationRefused(Consulted.ID, Given.CONTRACT, Given.SEALED));
        for (Consultation over : List.of(refused, Consulted.closed())) {
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "consultation-not-open",
                    () -> decide(Scope.whole(), null, over));
        }
    }

    @Test
    void afterTheContractsEndOnlyAnIncidentIsStillTalkedAbout() {
        ConsultedContract ended = Consulted.contract(Given.closed());
        Consultation ofIncident =
                Folded.into(
                        new Consultation(), Consulted.opened(Topic.INCIDENT, Side.MUNICIPALITY));

        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () ->
                        MakeProposalHandler.decide(
                                command(Scope.whole(), null), Consulted.open(), ended));
        assertThat(
                        MakeProposalHandler.decide(command(Scope.whole(), null), ofIncident, ended)
                                .events())
                .hasSize(1);
    }

    @Test
    void whoDoesNotBelongToTheContractOrSawAnOlderStateIsRefused() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "consultation-not-found",
                () -> decide(Scope.whole(), null, new Consultation()));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(Given.OTHER_STAFF, null, Consulted.open()));
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide(Given.STAFF, 2L, Consulted.open()));
    }

    private static MakeProposal command(Scope scope, @Nullable Long expected) {
        return new MakeProposal(Consulted.ID, Given.SEALED, scope, expected);
    }

    private static Decision decide(Scope scope, @Nullable Long expected, Consultation state) {
        return MakeProposalHandler.decide(command(scope, expected), state, Consulted.contract());
    }
}
