package jp.tenken.command.checklist.submitchecklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.consultation.ConsultationRefused;
import org.junit.jupiter.api.Test;

class SubmitChecklistTest {

    private static final ItemCode CLOUD = ItemCode.of("SYS-11");
    private static final Checklist DECIDED = Folded.into(new Checklist(), Given.allDecidedBut());
    private static final Checklist ALL_BUT_ONE =
            Folded.into(new Checklist(), Given.allDecidedBut(CLOUD));

    @Test
    void aChecklistWhoseItemsAreAllDecidedIsHandedIn() {
        assertThat(submit(DECIDED)).isEqualTo(new Decision("c-1", 26, List.of(Given.submitted(1))));
    }

    @Test
    void anUndecidedItemIsNamed() {
        Rejected.as(Rejection.Kind.CONFLICT, "items-undecided", () -> submit(ALL_BUT_ONE))
                .satisfies(no -> assertThat(no.parameters()).containsEntry("items", "SYS-11"));
    }

    @Test
    void whatAnOpenConsultationNamesMayWaitAndIsRecorded() {
        Checklist consulted = Folded.into(ALL_BUT_ONE, Given.consultation("con-1", CLOUD));

        assertThat(submit(consulted).events())
                .containsExactly(
                        new ChecklistSubmitted(Given.CONTRACT, 1, List.of(CLOUD), null, null));
    }

    @Test
    void aConsultationThatIsSettledExcusesNothing() {
        Checklist refused =
                Folded.into(
                        ALL_BUT_ONE,
                        Given.consultation("con-1", CLOUD),
                        new ConsultationRefused(
                                ConsultationId.of("con-1"), Given.CONTRACT, Given.SEALED));

        Rejected.as(Rejection.Kind.CONFLICT, "items-undecided", () -> submit(refused));
    }

    @Test
    void itIsHandedInOnceAndOnlyWhileSomethingIsOpen() {
        Checklist submitted = Folded.into(DECIDED, Given.submitted(1));
        Checklist confirmed = Folded.into(submitted, Given.approved(1), Given.confirmed(1));

        Rejected.as(Rejection.Kind.CONFLICT, "checklist-in-review", () -> submit(submitted));
        Rejected.as(Rejection.Kind.CONFLICT, "revision-not-open", () -> submit(confirmed));
        assertThat(submit(Folded.into(confirmed, Given.revision(2))).events())
                .containsExactly(Given.submitted(2));
    }

    @Test
    void notOnAClosedContractNotByOthersNotOnAnOlderVersion() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> submit(Folded.into(DECIDED, Given.closed())));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        SubmitChecklistHandler.decide(
                                new SubmitChecklist(
                                        Given.CONTRACT, null, null, Given.OTHER_STAFF, null),
                                DECIDED));
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () ->
                        SubmitChecklistHandler.decide(
                                new SubmitChecklist(Given.CONTRACT, null, null, Given.STAFF, 24L),
                                DECIDED));
        Rejected.as(Rejection.Kind.NOT_FOUND, "contract-not-found", () -> submit(new Checklist()));
    }

    private static Decision submit(Checklist state) {
        return SubmitChecklistHandler.decide(
                new SubmitChecklist(Given.CONTRACT, null, null, Given.STAFF, null), state);
    }
}
