package jp.tenken.command.municipality.setapprovalpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.municipality.ApprovalPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetApprovalPathTest {

    private static final ApprovalPath HEAD = new ApprovalPath(List.of(Role.DEPARTMENT_HEAD));
    private static final SetApprovalPathHandler.State ONBOARDED =
            Folded.into(new SetApprovalPathHandler.State(), Given.onboarded());

    @Test
    void aPathIsSetAndTheSameAgainIsNoNews() {
        Decision set = set(HEAD, Scope.whole(), null, ONBOARDED);

        assertThat(set).isEqualTo(new Decision("approval-path", 1, List.of(Given.headAlone())));
        assertThat(set(HEAD, Scope.whole(), 1L, Folded.into(ONBOARDED, set.events().toArray())))
                .isEqualTo(Decision.withoutEffect("approval-path", 1));
    }

    @Test
    void whatHoldsByDefaultNeedsNoEvent() {
        assertThat(set(ApprovalPath.DEFAULT, Scope.whole(), null, ONBOARDED).isWithoutEffect())
                .isTrue();
    }

    @Test
    void onlyForAWholeMunicipalityThatIsThere() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> set(HEAD, Given.STAFF, null, ONBOARDED));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> set(HEAD, Scope.whole(), null, new SetApprovalPathHandler.State()));
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> set(HEAD, Scope.whole(), 3L, ONBOARDED));
    }

    private static Decision set(
            ApprovalPath path,
            Scope scope,
            @Nullable Long expectedVersion,
            SetApprovalPathHandler.State state) {
        return SetApprovalPathHandler.decide(
                new SetApprovalPath(path, scope, expectedVersion), state);
    }
}
