package jp.tenken.query.history.entries;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.allImplemented;
import static jp.tenken.query.Samples.approved;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.confirmed;
import static jp.tenken.query.Samples.discarded;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.revised;
import static jp.tenken.query.Samples.revision;
import static jp.tenken.query.Samples.sealed;
import static jp.tenken.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history of reviews, transfers and incidents. */
class SummaryTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller AUDITOR = Callers.of(SHINJUKU, Role.AUDITOR);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void everyEventOfTheCatalogueIsAnEntryWithALineInBothLanguages() throws Exception {
        Properties lines = lines();

        for (EventType type : EventCatalogue.types()) {
            assertThat(History.VIEW.eventNames()).contains(type.name());
            assertThat(lines).containsKeys(type.name() + ".ja", type.name() + ".en");
        }
    }

    @Test
    void everyLineAboutContractsNamesThem() throws Exception {
        for (String name : lines().stringPropertyNames()) {
            if (!name.startsWith("word.")
                    && !name.startsWith("tenken.municipality.")
                    && !name.startsWith("tenken.privacy.")) {
                assertThat(lines().getProperty(name)).as(name).contains("{name}");
            }
        }
    }

    @Test
    void anAnswerThatStaysIsNotSaidToHaveChanged() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, minus("c1", "OPS-06", "手交なし"));
        side.commit(SHINJUKU, minus("c1", "OPS-06", "電子データのみの取扱いのため"));

        JsonNode latest = entries("?limit=1").path(0);

        assertThat(latest.path("summaryJa").asString())
                .isEqualTo("契約 1 印刷業務 1 の OPS-06（「\uFF0D」）の理由または備考を変更");
        assertThat(latest.path("summaryEn").asString())
                .isEqualTo("Reason or note of OPS-06 of contract 1 印刷業務 1 changed, \uFF0D kept");
        assertThat(latest.path("before").path("reason").asString()).isEqualTo("手交なし");
    }

    @Test
    void aContractThatComesToAnIncidentIsNamedAsPeopleKnowIt() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "甲社", 2026, "0102"));
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a"));
        side.commit(
                SHINJUKU,
                new IncidentContractAdded(
                        IncidentId.of("i1"),
                        new IncidentContract(ContractId.of("b"), null),
                        List.of(ContractId.of("a"), ContractId.of("b"))));

        assertThat(entries("?limit=1").path(0).path("summaryJa").asString())
                .isEqualTo("事案 i1 に契約 2 を追加（1 印刷, 2 封入）");
    }

    @Test
    void aReviewIsToldWithWhatWasSaid() {
        side.commit(SHINJUKU, registered("c1", "契-1", "0101"), opened("c1"));
        side.commit(SHINJUKU, allImplemented("c1"));
        side.commit(SHINJUKU, submitted("c1", 1));
        side.commit(SHINJUKU, new ChecklistSentBack(ContractId.of("c1"), 1, sealed("again"), null));

        JsonNode back = entries("?limit=2").path(0);
        JsonNode handedIn = entries("?limit=2").path(1);

        assertThat(back.path("summaryJa").asString())
                .isEqualTo("契約 契-1 印刷業務 契-1 のチェックリスト（第1版）を差戻し");
        assertThat(back.path("comment").asString()).isEqualTo("消去済み");
        assertThat(handedIn.path("summaryEn").asString())
                .isEqualTo("Checklist of contract 契-1 印刷業務 契-1 (revision 1) submitted");
    }

    @Test
    void aChangedDecisionSaysWhatStoodBeforeAlsoBehindADiscardedRevision() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "SYS-12"));
        side.commit(SHINJUKU, submitted("c1", 1), approved("c1", 1));
        side.commit(SHINJUKU, confirmed("c1", 1, "2026-04-01"));
        side.commit(SHINJUKU, revision("c1", 2));
        side.commit(SHINJUKU, revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "一"));
        side.commit(SHINJUKU, discarded("c1", 2));
        side.commit(SHINJUKU, revision("c1", 3));
        side.commit(SHINJUKU, revised("c1", 3, "SYS-12", Answer.NOT_NEEDED, "二"));

        JsonNode latest = entries("?itemCode=SYS-12").path(0);

        assertThat(latest.path("before").path("symbol").asString()).isEqualTo("\u25CB");
        assertThat(latest.path("after").path("reason").asString()).isEqualTo("二");
        assertThat(latest.path("reason").asString()).isEqualTo("二");
        assertThat(latest.path("changeReason").asString()).isEqualTo("対策の変更");
        assertThat(entries("?type=tenken.checklist.RevisionOpened").path(0).path("summaryJa"))
                .hasToString("\"契約 1 印刷業務 1 のチェックリストの改定（第3版、対策の変更）を開始\"");
    }

    @Test
    void aTransferBelongsToBothDepartmentsAndLaterEventsToTheNewOne() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(
                SHINJUKU,
                new ContractTransferredToDepartment(
                        ContractId.of("c1"),
                        DepartmentCode.of("0101"),
                        DepartmentCode.of("0102"),
                        LocalDate.of(2026, 5, 1),
                        "組織改正"));
        side.commit(SHINJUKU, implement("c1", "OPS-01"));

        assertThat(types("?departmentCode=0101"))
                .containsExactly(
                        "tenken.contract.ContractTransferredToDepartment",
                        "tenken.checklist.ChecklistOpened",
                        "tenken.contract.ContractRegistered");
        assertThat(types("?departmentCode=0102"))
                .containsExactly(
                        "tenken.checklist.ItemDecided",
                        "tenken.contract.ContractTransferredToDepartment");
    }

    @Test
    void anIncidentStandsInTheHistoryOfEachOfItsContracts() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "乙社", 2026, "0102"));
        side.commit(SHIBUYA, registered("a", "9", "0101"));
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a", "b"));
        side.commit(
                SHINJUKU,
                classified("i1", List.of(ReportableSituation.MORE_THAN_100_PERSONS), "a", "b"));

        for (String contract : new String[] {"a", "b"}) {
            assertThat(
                            side.get(AUDITOR, HERE + "/contracts/" + contract + "/history")
                                    .items("summaryJa"))
                    .startsWith("事案 i1 を「100人超」と分類（1 印刷, 2 封入）", "事案 i1 を報告（1 印刷, 2 封入）");
        }
        assertThat(types("?departmentCode=0102")).hasSize(3);
        assertThat(side.appliedAgain()).isZero();
    }

    private static Properties lines() throws Exception {
        Properties lines = new Properties();
        lines.load(
                new InputStreamReader(
                        Objects.requireNonNull(
                                Summary.class.getResourceAsStream("summaries.properties")),
                        StandardCharsets.UTF_8));
        return lines;
    }

    private JsonNode entries(String query) {
        return side.get(AUDITOR, HERE + "/history" + query).json().path("items");
    }

    private List<String> types(String query) {
        return side.get(AUDITOR, HERE + "/history" + query).items("type");
    }
}
