package jp.tenken.command.incident.closeincident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.Incidents;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.incident.IncidentClosed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloseIncidentTest {

    @Test
    void anIncidentIsClosedOnce() {
        Decision decision = decide(Scope.whole(), 1L, Incidents.open());

        assertThat(decision)
                .isEqualTo(
                        new Decision(
                                "i-1",
                                2,
                                List.of(
                                        new IncidentClosed(
                                                Incidents.ID,
                                                List.of(Given.CONTRACT, Incidents.OTHER_CONTRACT),
                                                null))));
        Incident then = Folded.into(Incidents.open(), decision.events().toArray());
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "incident-not-open",
                () -> decide(Scope.whole(), null, then));
    }

    @Test
    void whoMayActForNoneOfItsContractsIsRefused() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        decide(
                                Scope.ofDepartments(Set.of(DepartmentCode.of("0999"))),
                                null,
                                Incidents.open()));
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide(Scope.whole(), 3L, Incidents.open()));
    }

    private static Decision decide(Scope scope, @Nullable Long expected, Incident state) {
        return CloseIncidentHandler.decide(
                new CloseIncident(Incidents.ID, null, scope, expected),
                state,
                Incidents.concerned());
    }
}
