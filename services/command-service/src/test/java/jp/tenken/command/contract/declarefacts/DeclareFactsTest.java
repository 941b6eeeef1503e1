package jp.tenken.command.contract.declarefacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclareFactsTest {

    private static final Contract OPEN =
            Folded.into(new Contract(), Given.registered(), Given.opened());
    private static final Contract CLOSED = Folded.into(OPEN, Given.closed());

    @Test
    void factsAreDeclaredAndTheSameAgainIsNoNews() {
        Decision first = decide(facts(1200), Given.STAFF, null, OPEN);

        assertThat(first)
                .isEqualTo(
                        new Decision(
                                "c-1",
                                2,
                                List.of(new ContractFactsDeclared(Given.CONTRACT, facts(1200)))));
        Contract then = Folded.into(OPEN, first.events().toArray());
        assertThat(decide(facts(1200), Given.STAFF, 2L, then))
                .isEqualTo(Decision.withoutEffect("c-1", 2));
        assertThat(decide(ContractFacts.NONE, Given.STAFF, null, then).version()).isEqualTo(3);
    }

    @Test
    void whoDoesNotBelongToTheContractDeclaresNothing() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(facts(1), Given.OTHER_STAFF, null, OPEN));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "contract-not-found",
                () -> decide(facts(1), Given.STAFF, null, new Contract()));
    }

    @Test
    void anOlderVersionIsStaleAndAClosedContractIsLeftAlone() {
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide(facts(1), Given.STAFF, 7L, OPEN));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> decide(facts(1), Given.STAFF, null, CLOSED));
    }

    private static Decision decide(
            ContractFacts facts, Scope scope, @Nullable Long expected, Contract state) {
        return DeclareFactsHandler.decide(
                new DeclareFacts(Given.CONTRACT, facts, scope, expected), state);
    }

    private static ContractFacts facts(int persons) {
        return new ContractFacts(
                true, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, persons, null, null);
    }
}
