package jp.tenken.command.municipality.issuepolicyedition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.PolicyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuePolicyEditionTest {

    private static final PolicyEditionId ID = PolicyEditionId.of("policy-2026.1");
    private static final LocalDate DAY = LocalDate.parse("2026-10-01");
    private static final IssuePolicyEditionHandler.State READY =
            new IssuePolicyEditionHandler.State().evolve(Given.onboarded());

    @Test
    void anEditionIsIssuedOnceAndNeverChanges() {
        PolicyEditionIssued issued =
                new PolicyEditionIssued(ID, PolicyKind.SECURITY_POLICY, "情報セキュリティポリシー", "第1版", DAY);

        assertThat(decide("第1版", 0L, Scope.whole(), READY))
                .isEqualTo(new Decision("policy-2026.1", 1, List.of(issued)));
        assertThat(decide("第1版", 1L, Scope.whole(), READY.evolve(issued)))
                .isEqualTo(Decision.withoutEffect("policy-2026.1", 1));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "policy-edition-differs",
                () -> decide("第2版", null, Scope.whole(), READY.evolve(issued)));
    }

    @Test
    void itIsAMatterOfTheWholeMunicipality() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide("第1版", null, Given.STAFF, READY));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> decide("第1版", null, Scope.whole(), new IssuePolicyEditionHandler.State()));
    }

    private static Decision decide(
            String edition,
            @Nullable Long expected,
            Scope scope,
            IssuePolicyEditionHandler.State state) {
        return IssuePolicyEditionHandler.decide(
                new IssuePolicyEdition(
                        ID,
                        PolicyKind.SECURITY_POLICY,
                        "情報セキュリティポリシー",
                        edition,
                        DAY,
                        scope,
                        expected),
                state);
    }
}
