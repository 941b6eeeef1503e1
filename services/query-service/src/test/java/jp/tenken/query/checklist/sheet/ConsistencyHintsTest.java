package jp.tenken.query.checklist.sheet;

import static jp.tenken.query.Samples.ITEMS;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.closed;
import static jp.tenken.query.Samples.decided;
import static jp.tenken.query.Samples.erasureReport;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.policyConsultation;
import static jp.tenken.query.Samples.reconfirmed;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.Period;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsistencyHintsTest {

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void nothingIsOddAboutABlankOrAFullyImplementedChecklist() {
        assertThat(hints("{\"usesInformationSystem\":true,\"mediaPaper\":true}")).isEmpty();
        assertThat(hints("{}", ITEMS.stream().map(item -> implement("c1", item.value())).toArray()))
                .isEmpty();
    }

    @Test
    void h1AsksAboutHandDeliveryWherePortableMediaAreHandedOver() {
        Object[] answers = {
            implement("c1", "OPS-05"),
            minus("c1", "OPS-06", "電子データのみの取扱いのため"),
            minus("c1", "OPS-07", "電子データのみの取扱いのため")
        };

        assertThat(hints("{\"mediaElectronicPortable\":true}", answers))
                .containsExactly("H1 OPS-05 OPS-06 OPS-07");
        assertThat(hints("{}", answers)).containsExactly("H1 OPS-05 OPS-06 OPS-07");
        assertThat(hints("{\"mediaElectronicPortable\":false}", answers)).isEmpty();
    }

    @Test
    void h2ExpectsAReason() {
        assertThat(hints("{}", decided("c1", "SYS-01", Answer.NOT_NEEDED, null)))
                .containsExactly("H2 SYS-01");
    }

    @Test
    void h3PointsAtMeasuresThatAreNormallyAlwaysNeeded() {
        assertThat(hints("{}", minus("c1", "OPS-10", "不要"), minus("c1", "OPS-01", "不要")))
                .containsExactly("H3 OPS-01 OPS-10");
    }

    @Test
    void h4ContradictsElectronicOnlyWherePaperIsHandled() {
        Object[] answers = {
            minus("c1", "OPS-06", "電子データのみの取扱いのため"), minus("c1", "OPS-08", "手元に置かないため")
        };

        assertThat(hints("{\"mediaPaper\":true}", answers)).containsExactly("H4 OPS-06");
        assertThat(hints("{\"mediaPaper\":false}", answers)).isEmpty();
        assertThat(hints("{}", answers)).isEmpty();
    }

    @Test
    void h5AsksForTheServersOfACloudService() {
        assertThat(hints("{\"usesCloudService\":true}", minus("c1", "SYS-11", "不要")))
                .containsExactly("H5 SYS-11");
    }

    @Test
    void h6ContradictsRemoteWorkWithoutItsMeasures() {
        assertThat(hints("{\"remoteBuildOrMaintenance\":true}", minus("c1", "SYS-13", "不要")))
                .containsExactly("H6 SYS-13");
    }

    @Test
    void h8AsksWhereTheContractorStoresOnlyWhenBothMeasuresAreMissing() {
        String stores = "{\"contractorStoresData\":true}";

        assertThat(hints(stores, minus("c1", "OPS-08", "不要"))).isEmpty();
        assertThat(hints(stores, minus("c1", "OPS-08", "不要"), minus("c1", "SYS-07", "不要")))
                .containsExactly("H8 OPS-08 SYS-07");
    }

    @Test
    void h11ContradictsASystemWithoutAnyMeasure() {
        List<Object> answers = new ArrayList<>();
        for (ItemCode item : ITEMS) {
            if (item.value().startsWith("SYS-")) {
                answers.add(minus("c1", item.value(), "不要"));
            }
        }

        assertThat(hints("{\"usesInformationSystem\":true}", answers.toArray()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("H11 SYS-01 ")
                .endsWith(" SYS-13");
        assertThat(hints("{}", answers.toArray())).isEmpty();
        answers.removeLast();
        assertThat(hints("{\"usesInformationSystem\":true}", answers.toArray())).isEmpty();
    }

    @Test
    void h10AsksForTheErasureReportOfAContractThatEndedLongAgo() {
        hints("{}", implement("c1", "OPS-09"));
        side.commit(SHINJUKU, closed("c1", ClosureKind.COMPLETED, "2026-04-30"));

        assertThat(hintsOn("2026-05-30")).isEmpty();
        assertThat(hintsOn("2026-05-31")).containsExactly("H10 OPS-09");

        side.commit(SHINJUKU, erasureReport("c1", "e1"));
        assertThat(hintsOn("2026-05-31")).isEmpty();

        side.commit(
                SHINJUKU, new EvidenceWithdrawn(ContractId.of("c1"), EvidenceId.of("e1"), "差替え"));
        assertThat(hintsOn("2026-05-31")).containsExactly("H10 OPS-09");
    }

    @Test
    void h10AsksAlsoWhereThePeriodIsOverAndNobodyClosedTheContract() {
        hints("{}", implement("c1", "OPS-09"));
        assertThat(hintsOn("2027-04-30")).isEmpty();
        assertThat(hintsOn("2027-05-01")).containsExactly("H10 OPS-09");

        side.commit(
                SHINJUKU,
                new ContractAmended(
                        ContractId.of("c1"),
                        "1",
                        "印刷業務 1",
                        new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 9, 30)),
                        "延長"));
        assertThat(hintsOn("2027-05-01")).isEmpty();
        assertThat(hintsOn("2027-10-31")).containsExactly("H10 OPS-09");

        side.commit(SHINJUKU, closed("c1", ClosureKind.TERMINATED, "2026-12-31"));
        assertThat(hintsOn("2027-01-30")).isEmpty();
        assertThat(hintsOn("2027-01-31")).containsExactly("H10 OPS-09");
    }

    @Test
    void h10DoesNotAskAboutAContractThatWasNeverConcluded() {
        hints("{}", implement("c1", "OPS-09"));
        side.commit(SHINJUKU, closed("c1", ClosureKind.NOT_CONCLUDED, "2026-04-30"));

        assertThat(hintsOn("2027-04-30")).isEmpty();
    }

    @Test
    void h12NamesTheItemsWhoseFactsChangedAfterTheyWereDecidedUntilSomebodyLooksAtThem() {
        hints(
                "{\"remoteBuildOrMaintenance\":true}",
                implement("c1", "SYS-12"),
                implement("c1", "SYS-13"),
                implement("c1", "OPS-10"));
        side.commit(SHINJUKU, facts("c1", "{\"remoteBuildOrMaintenance\":true}"));
        assertThat(hintsOn("2026-04-01")).isEmpty();

        side.commit(SHINJUKU, facts("c1", "{\"remoteBuildOrMaintenance\":false}"));
        assertThat(hintsOn("2026-04-01")).containsExactly("H12 SYS-12 SYS-13");

        side.commit(SHINJUKU, reconfirmed("c1", 1, "SYS-12"), minus("c1", "SYS-13", "リモート作業なし"));
        assertThat(hintsOn("2026-04-01")).isEmpty();
    }

    @Test
    void h12NamesThePolicyItemWhenANewEditionIsConsultedAbout() {
        hints("{}", implement("c1", "OPS-01"), implement("c1", "OPS-02"));

        side.commit(SHINJUKU, policyConsultation("k1", "c1", "p1"));

        assertThat(hintsOn("2026-04-01")).containsExactly("H12 OPS-01");
    }

    private List<String> hintsOn(String day) {
        return ConsistencyHints.of(
                        side.row(ChecklistSheet.VIEW, SHINJUKU, "c1").orElseThrow(),
                        LocalDate.parse(day))
                .stream()
                .map(ConsistencyHintsTest::line)
                .toList();
    }

    private static String line(Hint hint) {
        return hint.id()
                + " "
                + String.join(" ", hint.itemCodes().stream().map(ItemCode::value).toList());
    }

    @Test
    void everyHintSpeaksBothLanguages() {
        List<Object> answers = new ArrayList<>();
        ITEMS.forEach(item -> answers.add(decided("c1", item.value(), Answer.NOT_NEEDED, null)));
        answers.add(minus("c1", "OPS-06", "電子データのみの取扱いのため"));
        answers.add(implement("c1", "OPS-05"));

        List<Hint> all =
                found(
                        "{\"mediaPaper\":true,\"usesCloudService\":true,"
                                + "\"remoteBuildOrMaintenance\":true,\"contractorStoresData\":true,"
                                + "\"usesInformationSystem\":true}",
                        answers.toArray());

        assertThat(all)
                .extracting(Hint::id)
                .containsExactly("H1", "H2", "H3", "H4", "H5", "H6", "H8", "H11");
        assertThat(all).allSatisfy(hint -> assertThat(hint.messageJa()).isNotBlank());
        assertThat(all).allSatisfy(hint -> assertThat(hint.messageEn()).isNotBlank());
    }

    private int contracts;

    private List<String> hints(String facts, Object... answers) {
        return found(facts, answers).stream().map(ConsistencyHintsTest::line).toList();
    }

    private List<Hint> found(String facts, Object... answers) {
        // A contract registered again under its id is a new row; nothing of the one before is left.
        contracts++;
        side.commit(
                SHINJUKU,
                registered("c1", "n" + contracts, "0101"),
                facts("c1", facts),
                opened("c1"));
        if (answers.length > 0) {
            side.commit(SHINJUKU, answers);
        }
        ChecklistRow row = side.row(ChecklistSheet.VIEW, SHINJUKU, "c1").orElseThrow();
        return ConsistencyHints.of(row, LocalDate.of(2026, 4, 1));
    }
}
