package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.Sha256;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.kernel.municipality.PolicyKind;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private static final Map<String, Function<String, TextValue>> IDS =
            Map.of(
                    "incident-id-invalid", IncidentId::of,
                    "consultation-id-invalid", ConsultationId::of,
                    "evidence-id-invalid", EvidenceId::of,
                    "policy-edition-id-invalid", PolicyEditionId::of);

    private static final Map<String, Function<String, TextValue>> WORDS =
            Map.of(
                    "policy-kind-invalid", PolicyKind::of,
                    "closure-kind-invalid", ClosureKind::of,
                    "revision-kind-invalid", RevisionKind::of,
                    "evidence-kind-invalid", EvidenceKind::of,
                    "situation-invalid", ReportableSituation::of,
                    "topic-invalid", Topic::of,
                    "side-invalid", Side::of);

    @Test
    void anIdIsItsText() {
        IDS.values()
                .forEach(
                        id -> {
                            assertThat(id.apply("A.b_c-9").value()).isEqualTo("A.b_c-9");
                            assertThat(id.apply("a".repeat(60))).hasToString("a".repeat(60));
                        });
    }

    @Test
    void whatWouldNotBeSafeInAPathIsNoId() {
        IDS.forEach(
                (code, id) -> {
                    for (String text :
                            List.of("", " ", ".", "..", "-a", "a/b", "a b", "é", "ａ", "a\n")) {
                        assertRefused(code, id, text);
                    }
                    assertRefused(code, id, "a".repeat(61));
                });
    }

    @Test
    void everyWordIsReadBackAndOthersAreRefused() {
        assertThat(RevisionKind.values())
                .allSatisfy(word -> assertThat(RevisionKind.of(word.value())).isSameAs(word));
        assertThat(EvidenceKind.values())
                .allSatisfy(word -> assertThat(EvidenceKind.of(word.value())).isSameAs(word));
        assertThat(ReportableSituation.values())
                .allSatisfy(word -> assertThat(word).hasToString(word.value()));
        WORDS.forEach(
                (code, words) -> {
                    assertRefused(code, words, "");
                    assertRefused(code, words, "OTHER");
                });
    }

    @Test
    void aDigestIsWrittenSmall() {
        assertThat(Sha256.of("AB".repeat(32)).value()).isEqualTo("ab".repeat(32));
        assertRefused("digest-invalid", Sha256::of, "ab".repeat(31));
        assertRefused("digest-invalid", Sha256::of, "xy".repeat(32));
    }

    private static void assertRefused(
            String code, Function<String, TextValue> reading, String text) {
        assertThatThrownBy(() -> reading.apply(text))
                .as("%s of '%s'", code, text)
                .isInstanceOf(Rejection.class)
                .extracting(no -> ((Rejection) no).code())
                .isEqualTo(code);
    }
}
