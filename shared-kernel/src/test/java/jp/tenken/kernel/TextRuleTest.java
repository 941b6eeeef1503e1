package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    @Test
    void takesOffSurroundingWhiteSpaceAlsoTheIdeographicOne() {
        assertThat(TextRule.REASON.required("reason", "　紙のみ \n")).isEqualTo("紙のみ");
    }

    @Test
    void treatsBlankAsAbsent() {
        assertThat(TextRule.REASON.optional("reason", "　 \t")).isNull();
        assertThat(TextRule.REASON.optional("reason", null)).isNull();
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> TextRule.NAME.required("nameJa", " "))
                .satisfies(
                        rejection ->
                                assertThat(rejection.violations())
                                        .containsExactly(Violation.of("nameJa", "text-required")));
    }

    @Test
    void countsCharactersNotUtf16Units() {
        String fiveHundred = "𠮷".repeat(500);

        assertThat(TextRule.REASON.required("reason", fiveHundred)).isEqualTo(fiveHundred);
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> TextRule.REASON.required("reason", fiveHundred + "一"))
                .satisfies(
                        rejection -> {
                            assertThat(rejection.code()).isEqualTo("text-too-long");
                            assertThat(rejection.parameters()).containsEntry("max", "500");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\tb", "a\ud800b", "a\u2028b", "a\u202eb"})
    void refusesWhatCannotBePrinted(String text) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> TextRule.NOTE.required("note", text))
                .satisfies(
                        rejection -> assertThat(rejection.code()).isEqualTo("text-not-printable"));
    }

    @Test
    void onlyANoteHasSeveralLines() {
        assertThat(TextRule.NOTE.required("note", "一\r\n二")).isEqualTo("一\n二");
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> TextRule.REASON.required("reason", "一\n二"));
    }
}
