package jp.tenken.command.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.tenken.command.Rejected;
import jp.tenken.command.Samples;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateWording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilledFormTest {

    private static final TemplateWording OSHIMA =
            TemplateWording.of("大島町", "Oshima Town", MunicipalityKind.TOWN);
    private static final String REASON = "電子データのみの取扱いのため";

    @Test
    void theShinjukuDocumentHasTwentyOneCirclesAndThreeDashesWithTheirReason() throws IOException {
        FilledForm form = read(Samples.shinjuku());

        assertThat(form.answers()).hasSize(24);
        assertThat(form.tally())
                .containsEntry(Answer.IMPLEMENT, 21)
                .containsEntry(Answer.NOT_NEEDED, 3)
                .containsEntry(Answer.UNDECIDED, 0);
        assertThat(form.answers())
                .filteredOn(answer -> answer.answer() == Answer.NOT_NEEDED)
                .containsExactly(
                        dash("OPS-06", REASON), dash("OPS-07", REASON), dash("OPS-08", REASON));
    }

    @Test
    void theLastRowOfASectionIsReadAlthoughItsColumnsAreShifted() throws IOException {
        assertThat(read(Samples.shinjuku()).answers()).contains(circle("OPS-11"), circle("SYS-13"));
    }

    @Test
    void rowsAreMatchedByWhatTheySayNotByWhereTheyStand() throws IOException {
        String document = Samples.shinjuku();
        List<String> lines = new ArrayList<>(document.lines().toList());
        int first = indexOf(lines, "取扱責任者");
        int second = indexOf(lines, "個人情報を手交する");
        Collections.swap(lines, first, second);

        assertThat(read(String.join("\n", lines)).answers()).isEqualTo(read(document).answers());
    }

    @Test
    void aTownsFormIsReadInItsOwnWordsAndInShinjukus() throws IOException {
        String document = Samples.shinjuku();
        String inTownsWords =
                document.replace("新宿区", "大島町")
                        .replace("区に", "町に")
                        .replace("区が", "町が")
                        .replace("区と", "町と")
                        .replace("区の", "町の");

        assertThat(read(inTownsWords, OSHIMA).answers())
                .isEqualTo(read(document, OSHIMA).answers());
        Rejected.as(
                Rejection.Kind.INVALID,
                "import-rows-invalid",
                () -> read(inTownsWords, TemplateWording.SHINJUKU));
    }

    @Test
    void theTallyNeedsNoWording() throws IOException {
        String document = Samples.shinjuku().replace("新宿区", "大島町").replace("区に", "町に");

        FilledForm form =
                FilledForm.read(
                        MarkdownForm.rowsOf(document),
                        BuiltInTemplates.shinjuku(OSHIMA),
                        ItemTexts.inAnyWording());

        assertThat(form.tally()).containsEntry(Answer.IMPLEMENT, 21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"○", "〇", "◯", "⭕", "⭕\uFE0F", " ○ ", "**○**"})
    void everyCircleIsACircle(String symbol) throws IOException {
        assertThat(read(withThirdAnswer(symbol)).answers()).contains(circle("OPS-03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"－", "−", "‐", "‑", "‒", "–", "—", "―", "ー", "-", "――"})
    void everyDashIsADash(String symbol) throws IOException {
        assertThat(read(withThirdAnswer(symbol + "(理由)")).answers()).contains(dash("OPS-03", "理由"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "－<br>(電子データのみ<br>の取扱いのため); 電子データのみの取扱いのため",
                "－（電子データのみの取扱いのため）; 電子データのみの取扱いのため",
                "－ (電子データのみの取扱いのため）; 電子データのみの取扱いのため",
                "－<BR />（電子データ（CSV）のみ）; 電子データ（CSV）のみ",
                "－ 紙のみ; 紙のみ",
                "－（紙のみ; 紙のみ",
                "- (paper only,<br>no data); paper only, no data"
            })
    void theReasonStandsBesideTheDash(String cell, String reason) throws IOException {
        assertThat(read(withThirdAnswer(cell)).answers()).contains(dash("OPS-03", reason));
    }

    @Test
    void aBlankAnswerIsUndecided() throws IOException {
        FilledForm form = read(withThirdAnswer(""));

        assertThat(form.answers()).contains(new FormAnswer(item("OPS-03"), Answer.UNDECIDED, null));
        assertThat(form.tally()).containsEntry(Answer.UNDECIDED, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "×; row-symbol-unreadable",
                "○－; row-symbol-unreadable",
                "○ －; row-symbol-unreadable",
                "済; row-symbol-unreadable",
                "－; reason-required",
                "－(); reason-required",
                "－(　); reason-required"
            })
    void anAnswerThatCannotBeReadIsAViolationOfItsRow(String cell, String code) throws IOException {
        assertViolations(withThirdAnswer(cell), "rows[3] " + code);
    }

    @Test
    void everyRowInErrorIsNamedOnce() throws IOException {
        String document =
                withThirdAnswer("×")
                        .replace("個人情報を手交する場合は", "個人情報を郵送する場合は")
                        .replace(
                                "入退室管理等により情報資産の危殆化を防止させる",
                                "通信内容は暗号化させ、通信途上の個人情報の盗用、改ざん、成りすましを防止させる");

        assertViolations(
                document,
                "rows[3] row-symbol-unreadable",
                "rows[6] row-item-unknown",
                "rows[21] row-item-repeated",
                "rows row-item-missing",
                "rows row-item-missing");
    }

    @Test
    void aReasonThatIsTooLongIsAViolationOfItsRow() throws IOException {
        assertViolations(withThirdAnswer("－(" + "長".repeat(501) + ")"), "rows[3] text-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# 見出しだけ", "| 甲 | 乙 |\n|---|---|\n| ○ | 関係のない表 |"})
    void aDocumentWithoutTheFormIsRefused(String document) {
        Rejected.as(Rejection.Kind.INVALID, "import-table-missing", () -> read(document));
    }

    @Test
    void otherTablesOfTheDocumentAreNoneOfOurBusiness() throws IOException {
        String document = "| 件名 | 金額 |\n|---|---|\n| ○ | － |\n\n" + Samples.shinjuku();

        assertThat(read(document).answers()).isEqualTo(read(Samples.shinjuku()).answers());
    }

    @Test
    void widthSpacingNumbersAndHeadingRowsDoNotMatter() throws IOException {
        String document =
                "\uFEFF"
                        + Samples.shinjuku()
                                .replace("DVD-R", "ＤＶＤ－Ｒ")
                                .replace("取扱責任者及び", "３．取扱責任者　及び ")
                                .replace("\n", "\r\n")
                                .replace(
                                        "| ○                                  | 事故",
                                        "| 【システム上の対策】 | | |\r\n| ○ | OPS-11 事故");

        assertThat(read(document).answers()).isEqualTo(read(Samples.shinjuku()).answers());
    }

    @Test
    void aFormInEnglishIsReadToo() {
        StringBuilder document = new StringBuilder("| | | measure |\n|---|---|---|\n");
        ChecklistTemplate template = BuiltInTemplates.shinjuku(OSHIMA);
        template.items().forEach(item -> document.append("| | ○ | " + item.textEn() + " |\n"));

        assertThat(read(document.toString(), OSHIMA).tally()).containsEntry(Answer.IMPLEMENT, 24);
    }

    @Test
    void aTableWithTooManyRowsIsRefused() {
        String document = "| a | b |\n|---|---|\n" + "| ○ | c |\n".repeat(1_000);

        Rejected.as(Rejection.Kind.INVALID, "too-many-entries", () -> read(document));
    }

    @Test
    void aDocumentMayNestAsDeepAsItLikes() throws IOException {
        int depth = 20_000;
        String deep = "*_".repeat(depth) + "x" + "_*".repeat(depth);

        assertThat(read(deep + "\n\n" + ">".repeat(depth) + "\n\n" + Samples.shinjuku()).answers())
                .hasSize(24);
        assertViolations(withThirdAnswer(deep), "rows[3] row-symbol-unreadable");
    }

    private static void assertViolations(String document, String... expected) {
        Rejected.as(Rejection.Kind.INVALID, "import-rows-invalid", () -> read(document))
                .satisfies(
                        rejection ->
                                assertThat(rejection.violations())
                                        .extracting(FilledFormTest::inShort)
                                        .containsExactly(expected));
    }

    private static String inShort(Violation violation) {
        return violation.field() + " " + violation.code();
    }

    private static FilledForm read(String document) {
        return read(document, TemplateWording.SHINJUKU);
    }

    private static FilledForm read(String document, TemplateWording wording) {
        ChecklistTemplate template = BuiltInTemplates.shinjuku(wording);
        return FilledForm.read(MarkdownForm.rowsOf(document), template, ItemTexts.of(template));
    }

    private static String withThirdAnswer(String cell) throws IOException {
        String row = "| ○   | 取扱責任者";
        assertThat(Samples.shinjuku()).contains(row);
        return Samples.shinjuku().replace(row, "| " + cell + " | 取扱責任者");
    }

    private static int indexOf(List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static FormAnswer circle(String item) {
        return new FormAnswer(item(item), Answer.IMPLEMENT, null);
    }

    private static FormAnswer dash(String item, String reason) {
        return new FormAnswer(item(item), Answer.NOT_NEEDED, reason);
    }

    private static ItemCode item(String code) {
        return ItemCode.of(code);
    }
}
