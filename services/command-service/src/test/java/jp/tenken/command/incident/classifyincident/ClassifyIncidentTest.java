package jp.tenken.command.incident.classifyincident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.Incidents;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.ReportableSituation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassifyIncidentTest {

    private static final List<ReportableSituation> MANY =
            List.of(ReportableSituation.MORE_THAN_100_PERSONS);

    @Test
    void anIncidentIsClassifiedAndReclassified() {
        Decision decision = decide(MANY, null, Incidents.open());

        assertThat(decision)
                .isEqualTo(
                        new Decision(
                                "i-1",
                                2,
                                List.of(
                                        new IncidentClassified(
                                                Incidents.ID,
                                                List.of(Given.CONTRACT, Incidents.OTHER_CONTRACT),
                                                MANY,
                                                null))));
        Incident then = Folded.into(Incidents.open(), decision.events().toArray());
        assertThat(decide(MANY, null, then)).isEqualTo(Decision.withoutEffect("i-1", 2));
        assertThat(decide(MANY, Given.SEALED, then).version()).isEqualTo(3);
        assertThat(decide(List.of(), Given.SEALED, then).version()).isEqualTo(3);
    }

    @Test
    void thatItNeedNotBeReportedNeedsAReason() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "classification-reason-required",
                () -> decide(List.of(), null, Incidents.open()));
        Rejected.as(
                Rejection.Kind.INVALID,
                "entry-repeated",
                () -> decide(List.of(MANY.getFirst(), MANY.getFirst()), null, Incidents.open()));
    }

    @Test
    void aHeadOfOneOfTheDepartmentsMayClassify() {
        assertThat(
                        ClassifyIncidentHandler.decide(
                                        new ClassifyIncident(
                                                Incidents.ID, MANY, null, Given.STAFF, 1L),
                                        Incidents.open(),
                                        Incidents.concerned())
                                .events())
                .hasSize(1);
    }

    private static Decision decide(
            List<ReportableSituation> situations, @Nullable SealedText reason, Incident state) {
        return ClassifyIncidentHandler.decide(
                new ClassifyIncident(Incidents.ID, situations, reason, Scope.whole(), null),
                state,
                Incidents.concerned());
    }
}
