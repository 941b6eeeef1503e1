package jp.tenken.command.checklist.importchecklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.Samples;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.form.MarkdownForm;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportChecklistTest {

    private static final Checklist OPEN =
            Folded.into(new Checklist(), Given.registered(), Given.opened());

    @Test
    void everyAnswerOfTheFormIsDecided() throws IOException {
        Decision decision = decide(Given.STAFF, null, OPEN);

        assertThat(decision.events()).hasSize(24);
        assertThat(decision.version()).isEqualTo(25);
        assertThat(decision.resourceId()).isEqualTo("c-1");
    }

    @Test
    void theSameFormAgainIsNoNews() throws IOException {
        Checklist imported = after(decide(Given.STAFF, null, OPEN));

        assertThat(decide(Given.STAFF, 25L, imported)).isEqualTo(Decision.withoutEffect("c-1", 25));
    }

    @Test
    void onlyWhatTheFormDecidesOtherwiseIsDecidedAgainAndNotesStay() throws IOException {
        Checklist imported =
                after(decide(Given.STAFF, null, OPEN))
                        .evolve(
                                new ItemDecided(
                                        Given.CONTRACT,
                                        1,
                                        ItemCode.of("OPS-01"),
                                        Answer.NOT_NEEDED,
                                        "誤り",
                                        null,
                                        "要確認"));

        assertThat(decide(Given.STAFF, null, imported).events())
                .containsExactly(
                        new ItemDecided(
                                Given.CONTRACT,
                                1,
                                ItemCode.of("OPS-01"),
                                Answer.IMPLEMENT,
                                null,
                                null,
                                "要確認"));
    }

    @Test
    void aBlankRowUndoesNothing() throws IOException {
        Checklist imported = after(decide(Given.STAFF, null, OPEN));
        ImportChecklist blankFirst =
                new ImportChecklist(
                        Given.CONTRACT,
                        MarkdownForm.rowsOf(Samples.shinjuku().replaceFirst("\\| ○   \\|", "| |")),
                        Given.STAFF,
                        null);

        assertThat(ImportChecklistHandler.decide(blankFirst, imported).isWithoutEffect()).isTrue();
    }

    @Test
    void onlyIntoAContractThatIsThereAndOnesOwn() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "contract-not-found",
                () -> decide(Given.STAFF, null, new Checklist()));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(Given.OTHER_STAFF, null, OPEN));
    }

    @Test
    void anImportDecidedOnAnOlderVersionOfTheChecklistIsStale() {
        Rejected.as(Rejection.Kind.STALE, "version-stale", () -> decide(Given.STAFF, 0L, OPEN));
    }

    private static Checklist after(Decision decision) {
        return Folded.into(OPEN, decision.events().toArray());
    }

    private static Decision decide(Scope scope, @Nullable Long expectedVersion, Checklist state)
            throws IOException {
        return ImportChecklistHandler.decide(
                new ImportChecklist(
                        Given.CONTRACT,
                        MarkdownForm.rowsOf(Samples.shinjuku()),
                        scope,
                        expectedVersion),
                state);
    }
}
