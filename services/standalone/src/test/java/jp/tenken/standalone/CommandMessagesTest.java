package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.tenken.eventstore.transfer.TransferException;
import jp.tenken.vault.KeyTransferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands speak to their operators in Japanese and English. */
class CommandMessagesTest {

    private static final String JAPANESE = "(?s).*[\\p{IsHiragana}\\p{IsHan}].*";

    static Stream<String> codes() {
        return Stream.of(
                        Stream.of(MoveFailures.STORAGE),
                        Stream.of(TransferException.Reason.values())
                                .map(reason -> "transfer-" + kebab(reason)),
                        Stream.of(KeyTransferException.Reason.values())
                                .map(reason -> "keys-" + kebab(reason)))
                .flatMap(codes -> codes);
    }

    private static String kebab(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAMeaningInJapanese(String code) {
        assertThat(MoveFailures.meaning(code)).matches(JAPANESE).hasLineCount(1);
    }

    @Test
    void aFailureIsOneLineWithItsCodeFirstAndBothLanguages() {
        Ran failed = Ran.of(List.of(), "verify", "/nowhere/at/all", "--without-keys");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err())
                .startsWith("transfer-file-unusable: 履歴のファイルを読み書きできません / ")
                .contains("/nowhere/at/all")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "import", "verify", "new-epoch"})
    void theHelpOfEveryCommandIsInBothLanguages(String command) {
        Ran help = Ran.of(List.of(), command, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).matches(JAPANESE).containsPattern("[a-z]+ [a-z]+ [a-z]+");
    }

    @Test
    void aTerminalThatSaysNoEncodingWithJapaneseInItGetsUtf8() {
        for (String said : List.of("ANSI_X3.4-1968", "ISO-8859-1", "no-such-thing")) {
            assertThat(CommandOutput.charset(said)).isEqualTo(StandardCharsets.UTF_8);
        }
        assertThat(CommandOutput.charset(null)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(CommandOutput.charset("windows-31j").name()).isEqualTo("windows-31j");
    }
}
