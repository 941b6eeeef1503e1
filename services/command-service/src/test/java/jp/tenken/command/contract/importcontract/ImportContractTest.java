package jp.tenken.command.contract.importcontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.Samples;
import jp.tenken.command.contract.importcontract.ImportContractHandler.State;
import jp.tenken.command.form.MarkdownForm;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import org.junit.jupiter.api.Test;

class ImportContractTest {

    private static final State READY =
            new State().evolve(Given.adopted()).evolve(Given.established(Given.DEPARTMENT));

    @Test
    void theShinjukuDocumentBecomesAContractWithTwentyFourDecisionsInOneCommit()
            throws IOException {
        Decision decision = decide(Samples.shinjuku(), READY);

        assertThat(decision.resourceId()).isEqualTo("c-1");
        assertThat(decision.version()).isEqualTo(1);
        assertThat(decision.events()).startsWith(Given.registered(), Given.opened()).hasSize(26);
        assertThat(decision.events())
                .filteredOn(ItemDecided.class::isInstance)
                .extracting(event -> ((ItemDecided) event).answer())
                .filteredOn(Answer.NOT_NEEDED::equals)
                .hasSize(3);
        assertThat(decision.events())
                .filteredOn(
                        event ->
                                event instanceof ItemDecided decided
                                        && "電子データのみの取扱いのため".equals(decided.reason()))
                .hasSize(3);
    }

    @Test
    void blankRowsStayUndecided() throws IOException {
        String document = Samples.shinjuku().replaceFirst("\\| ○   \\|", "| |");

        assertThat(decide(document, READY).events()).hasSize(25);
    }

    @Test
    void nothingIsStoredWhenARowFails() throws IOException {
        String document = Samples.shinjuku().replaceFirst("\\| ○   \\|", "| △ |");

        Rejected.as(Rejection.Kind.INVALID, "import-rows-invalid", () -> decide(document, READY));
    }

    @Test
    void theContractFollowsTheRulesOfARegistration() throws IOException {
        String document = Samples.shinjuku();

        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> decide(document, new State()));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-already-registered",
                () -> decide(document, READY.evolve(Given.registered())));
    }

    private static Decision decide(String document, State state) {
        return ImportContractHandler.decide(
                new ImportContract(Given.registration(), MarkdownForm.rowsOf(document)), state);
    }
}
