package jp.tenken.command.checklist.referenceevidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.ChecklistEvidence;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import org.junit.jupiter.api.Test;

class ReferenceEvidenceTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-02");
    private static final ChecklistEvidence OPEN =
            Folded.into(new ChecklistEvidence(), Given.registered(), Given.opened());

    @Test
    void aDocumentIsReferredTo() {
        assertThat(refer(Given.STAFF, OPEN, ITEM))
                .isEqualTo(
                        new Decision(
                                "e-1",
                                1,
                                List.of(
                                        new EvidenceReferenced(
                                                Given.CONTRACT,
                                                EvidenceId.of("e-1"),
                                                List.of(ITEM),
                                                EvidenceKind.INSPECTION_RECORD,
                                                "立入調査報告書",
                                                null,
                                                null,
                                                LocalDate.parse("2026-07-15")))));
    }

    @Test
    void alsoOnAClosedContractAndByTheContractorOfIt() {
        ContractorId contractor = Given.registered().contractor().contractorId();

        assertThat(refer(Given.STAFF, Folded.into(OPEN, Given.closed()), ITEM).events()).hasSize(1);
        assertThat(refer(Scope.ofContractors(Set.of(contractor)), OPEN, ITEM).events()).hasSize(1);
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> refer(Scope.ofContractors(Set.of(ContractorId.of("x"))), OPEN, ITEM));
    }

    @Test
    void itIsAboutItemsOfTheChecklist() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "item-unknown",
                () -> refer(Given.STAFF, OPEN, ItemCode.of("SYS-14")));
        Rejected.as(Rejection.Kind.INVALID, "entries-required", () -> refer(Given.STAFF, OPEN));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "contract-not-found",
                () -> refer(Given.STAFF, new ChecklistEvidence(), ITEM));
    }

    private static Decision refer(Scope scope, ChecklistEvidence state, ItemCode... items) {
        return ReferenceEvidenceHandler.decide(
                new ReferenceEvidence(
                        Given.CONTRACT,
                        EvidenceId.of("e-1"),
                        List.of(items),
                        EvidenceKind.INSPECTION_RECORD,
                        "立入調査報告書",
                        null,
                        null,
                        LocalDate.parse("2026-07-15"),
                        scope),
                state);
    }
}
