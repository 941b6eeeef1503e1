package jp.tenken.command.checklist.withdrawevidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.ChecklistEvidence;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawEvidenceTest {

    private static final EvidenceId EVIDENCE = EvidenceId.of("e-1");
    private static final ChecklistEvidence REFERENCED =
            Folded.into(
                    new ChecklistEvidence(),
                    Given.registered(),
                    Given.opened(),
                    new EvidenceReferenced(
                            Given.CONTRACT,
                            EVIDENCE,
                            List.of(ItemCode.of("OPS-02")),
                            EvidenceKind.OTHER,
                            "資料",
                            null,
                            null,
                            LocalDate.parse("2026-07-15")));

    @Test
    void aReferenceIsWithdrawnOnce() {
        Decision withdrawn = withdraw(EVIDENCE, null, REFERENCED);

        assertThat(withdrawn)
                .isEqualTo(
                        new Decision(
                                "e-1",
                                2,
                                List.of(new EvidenceWithdrawn(Given.CONTRACT, EVIDENCE, "誤り"))));
        assertThat(withdraw(EVIDENCE, null, Folded.into(REFERENCED, withdrawn.events().toArray())))
                .isEqualTo(Decision.withoutEffect("e-1", 2));
    }

    @Test
    void whatWasNeverReferredToIsNotFound() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "evidence-not-found",
                () -> withdraw(EvidenceId.of("e-2"), null, REFERENCED));
        Rejected.as(
                Rejection.Kind.STALE, "version-stale", () -> withdraw(EVIDENCE, 2L, REFERENCED));
    }

    private static Decision withdraw(
            EvidenceId evidence, @Nullable Long expectedVersion, ChecklistEvidence state) {
        return WithdrawEvidenceHandler.decide(
                new WithdrawEvidence(Given.CONTRACT, evidence, "誤り", Given.STAFF, expectedVersion),
                state);
    }
}
