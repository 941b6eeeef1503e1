package jp.tenken.command.municipality.openpolicyconsultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.PolicyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenPolicyConsultationsTest {

    private static final PolicyEditionId EDITION = PolicyEditionId.of("policy-2026.1");

    @Test
    void oneIsOpenedForEveryContractThatRunsAndHasNone() {
        OpenPolicyConsultationsHandler.State state = with(issued(), 3);
        OpenPolicyConsultationsHandler.State oneClosed = state.evolve(closed("c-1"));

        Decision decision = decide(null, oneClosed);

        assertThat(decision.events())
                .extracting(event -> ((ConsultationOpened) event).contractId().value())
                .containsExactly("c-0", "c-2");
        assertThat(decision.events())
                .allSatisfy(
                        event ->
                                assertThat(((ConsultationOpened) event).itemCodes())
                                        .containsExactly(ItemCode.of("OPS-01")));
        OpenPolicyConsultationsHandler.State then =
                oneClosed.evolve((ConsultationOpened) decision.events().getFirst());
        assertThat(decide(null, then).events())
                .as("the same contract gets the same consultation, and only once")
                .containsExactly(decision.events().getLast());
    }

    @Test
    void contractsThatAreNamedMustExistAndRun() {
        OpenPolicyConsultationsHandler.State state = with(issued(), 2).evolve(closed("c-1"));

        assertThat(decide(List.of("c-0"), state).events()).hasSize(1);
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> decide(List.of("c-0", "c-1"), state));
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "contract-unknown",
                        () -> decide(List.of("c-0", "c-9"), state))
                .satisfies(
                        no ->
                                assertThat(no.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("contractIds[1]"));
    }

    @Test
    void anEditionMustHaveBeenIssued() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "policy-edition-not-found",
                () -> decide(null, with(new OpenPolicyConsultationsHandler.State(), 1)));
    }

    @Test
    void anEditionHasTheVersionWithWhichItWasIssued() {
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () ->
                        OpenPolicyConsultationsHandler.decide(
                                new OpenPolicyConsultations(
                                        EDITION,
                                        null,
                                        Given.SEALED,
                                        Given.SEALED,
                                        Scope.whole(),
                                        2L),
                                with(issued(), 1)));
        assertThat(
                        OpenPolicyConsultationsHandler.decide(
                                        new OpenPolicyConsultations(
                                                EDITION,
                                                null,
                                                Given.SEALED,
                                                Given.SEALED,
                                                Scope.whole(),
                                                1L),
                                        with(issued(), 1))
                                .events())
                .hasSize(1);
    }

    @Test
    void oneCommitHoldsNoMoreThanAThousand() {
        assertThat(decide(null, with(issued(), 1_000)).events()).hasSize(1_000);
        Rejected.as(
                Rejection.Kind.INVALID,
                "too-many-entries",
                () -> decide(null, with(issued(), 1_001)));
    }

    private static OpenPolicyConsultationsHandler.State issued() {
        return new OpenPolicyConsultationsHandler.State()
                .evolve(
                        new PolicyEditionIssued(
                                EDITION,
                                PolicyKind.SECURITY_POLICY,
                                "ポリシー",
                                "第1版",
                                LocalDate.parse("2026-10-01")));
    }

    private static OpenPolicyConsultationsHandler.State with(
            OpenPolicyConsultationsHandler.State state, int contracts) {
        OpenPolicyConsultationsHandler.State with = state;
        ContractRegistered one = Given.registered();
        for (int i = 0; i < contracts; i++) {
            with =
                    with.evolve(
                            new ContractRegistered(
                                    ContractId.of("c-" + i),
                                    one.contractNumber(),
                                    one.title(),
                                    one.departmentCode(),
                                    one.participatingDepartmentCodes(),
                                    one.contractor(),
                                    one.period()));
        }
        return with;
    }

    private static ContractClosed closed(String contract) {
        return new ContractClosed(
                ContractId.of(contract),
                ClosureKind.TERMINATED,
                LocalDate.parse("2026-06-30"),
                null);
    }

    private static Decision decide(
            @Nullable List<String> contracts, OpenPolicyConsultationsHandler.State state) {
        return OpenPolicyConsultationsHandler.decide(
                new OpenPolicyConsultations(
                        EDITION,
                        contracts == null ? null : contracts.stream().map(ContractId::of).toList(),
                        Given.SEALED,
                        Given.SEALED,
                        Scope.whole(),
                        null),
                state);
    }
}
