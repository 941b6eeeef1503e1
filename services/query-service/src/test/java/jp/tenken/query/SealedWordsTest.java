package jp.tenken.query;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.privacy.TextRedacted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Words that were really sealed: who reads them, and what is left once their keys are gone. */
class SealedWordsTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);
    private static final Caller CONTRACTOR =
            Callers.contractor(SHINJUKU, ContractorId.ofName("株式会社テスト"));
    private static final String GONE = "消去済み";
    private static final ContractId CONTRACT = ContractId.of("c1");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void theWordsOfAnIncidentAreReadByWhoeverMayAndGoneForAllOnceErased() {
        SealedText first = seal("封筒の取り違え");
        SealedText kinds = seal("氏名\n住所");
        SealedText later = seal("誤送付は三通");
        SealedText reason = seal("回収済み");
        SealedText comment = seal("再発防止を確認");
        List<IncidentContract> contracts = List.of(new IncidentContract(CONTRACT, 3));
        IncidentId id = IncidentId.of("i1");
        side.commit(SHINJUKU, registered("c1", "1", "0101"));
        side.commit(SHINJUKU, new IncidentReported(id, contracts, facts(first, kinds), null));
        side.commit(SHINJUKU, new IncidentFactsRevised(id, 2, contracts, facts(later, null)));
        side.commit(SHINJUKU, new IncidentClassified(id, List.of(CONTRACT), List.of(), reason));
        side.commit(SHINJUKU, new IncidentClosed(id, List.of(CONTRACT), comment));
        String then = "?asOf=" + ReadSide.BEGIN.plusSeconds(60);
        side.at(ReadSide.BEGIN.plusSeconds(120));

        for (Caller caller : List.of(OFFICER, CONTRACTOR, Callers.staff(SHINJUKU, "0101"))) {
            for (String at : List.of("", then)) {
                JsonNode shown = side.get(caller, HERE + "/incidents/i1" + at).json();
                assertThat(shown.path("summary").asString()).isEqualTo("誤送付は三通");
                assertThat(shown.path("dataItems").toString()).isEqualTo("[]");
                assertThat(revision(shown, 0).path("summary").asString()).isEqualTo("封筒の取り違え");
                assertThat(revision(shown, 0).path("dataItems").toString())
                        .isEqualTo("[\"氏名\",\"住所\"]");
                assertThat(shown.path("classification").path("reason").asString())
                        .isEqualTo("回収済み");
                assertThat(shown.path("outcome").asString()).isEqualTo("再発防止を確認");
            }
        }
        assertThat(side.get(OFFICER, HERE + "/incidents").items("summary"))
                .containsExactly("誤送付は三通");
        assertThat(side.get(Callers.staff(SHINJUKU, "0199"), HERE + "/incidents/i1"))
                .returns(403, ReadSide.Reply::status)
                .returns("out-of-scope", ReadSide.Reply::code);

        redact("131041-2", first, kinds);
        redact("131041-5", comment);

        for (String at : List.of("", then)) {
            JsonNode shown = side.get(OFFICER, HERE + "/incidents/i1" + at).json();
            assertThat(revision(shown, 0).path("summary").asString()).isEqualTo(GONE);
            assertThat(revision(shown, 0).path("dataItems").toString())
                    .isEqualTo("[\"" + GONE + "\"]");
            assertThat(shown.path("outcome").asString()).isEqualTo(GONE);
            assertThat(shown.path("summary").asString()).as("another text").isEqualTo("誤送付は三通");
        }
        assertThat(history(OFFICER)).contains(GONE, "誤送付は三通").doesNotContain("封筒", "再発防止");
    }

    @Test
    void theWordsOfAConsultationAreReadByBothSidesAndGoneForBothOnceErased() {
        List<SealedText> texts =
                Stream.of("暗号化の変更", "来月から", "再来月から", "八月から", "以上").map(this::seal).toList();
        ConsultationId id = ConsultationId.of("k1");
        List<ItemCode> items = List.of(ItemCode.of("SYS-12"));
        side.commit(SHINJUKU, registered("c1", "1", "0101"));
        side.commit(
                SHINJUKU,
                new ConsultationOpened(
                        id,
                        CONTRACT,
                        Topic.MEASURE_CHANGE,
                        texts.get(0),
                        texts.get(1),
                        items,
                        null,
                        null,
                        Side.MUNICIPALITY));
        side.commit(
                SHINJUKU,
                new ConsultationProposalMade(id, CONTRACT, texts.get(2), Side.CONTRACTOR));
        side.commit(
                SHINJUKU,
                new ConsultationAgreed(
                        id, CONTRACT, 1, texts.get(3), items, LocalDate.of(2026, 8, 1)));
        side.commit(SHINJUKU, new ConsultationClosed(id, CONTRACT, texts.get(4)));
        String then = "?asOf=" + ReadSide.BEGIN.plusSeconds(60);
        side.at(ReadSide.BEGIN.plusSeconds(120));

        for (Caller caller : List.of(OFFICER, CONTRACTOR)) {
            for (String at : List.of("", then)) {
                assertThat(words(side.get(caller, HERE + "/consultations/k1" + at).json()))
                        .containsExactly("暗号化の変更", "来月から", "再来月から", "八月から", "以上");
            }
        }

        redact("131041-2", texts.get(0), texts.get(1));
        redact("131041-4", texts.get(3));

        for (Caller caller : List.of(OFFICER, CONTRACTOR)) {
            for (String at : List.of("", then)) {
                assertThat(words(side.get(caller, HERE + "/consultations/k1" + at).json()))
                        .containsExactly(GONE, GONE, "再来月から", GONE, "以上");
            }
        }
        assertThat(side.get(OFFICER, HERE + "/consultations").items("subject"))
                .containsExactly(GONE);
        assertThat(history(CONTRACTOR)).contains("再来月から").doesNotContain("八月");
    }

    private static List<String> words(JsonNode shown) {
        JsonNode steps = shown.path("steps");
        return List.of(
                shown.path("subject").asString(),
                shown.path("proposals").path(0).path("proposal").asString(),
                shown.path("proposals").path(1).path("proposal").asString(),
                shown.path("agreement").path("measures").asString(),
                steps.path(steps.size() - 1).path("text").asString());
    }

    private static JsonNode revision(JsonNode shown, int index) {
        return shown.path("revisions").path(index);
    }

    private static IncidentFacts facts(SealedText summary, @Nullable SealedText kinds) {
        return new IncidentFacts(
                Instant.parse("2026-03-31T00:00:00Z"),
                null,
                null,
                null,
                summary,
                kinds,
                null,
                null);
    }

    private SealedText seal(String text) {
        return side.seal(SHINJUKU, text);
    }

    private void redact(String eventId, SealedText... texts) {
        side.commit(
                SHINJUKU,
                new TextRedacted(
                        eventId, Stream.of(texts).map(SealedText::keyId).toList(), seal("依頼")));
        side.carriedOut();
    }

    private String history(Caller caller) {
        return side.get(caller, HERE + "/contracts/c1/history").text();
    }
}
