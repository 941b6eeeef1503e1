package jp.tenken.query.history.entries;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.adopted;
import static jp.tenken.query.Samples.established;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.onboarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.renamed;
import static jp.tenken.query.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryEndpointTest {

    private static final String PATH = "/v1/municipalities/131041/history";
    private static final String CONTRACT = "/v1/municipalities/131041/contracts/c1/history";
    private static final Caller AUDITOR = Callers.of(SHINJUKU, Role.AUDITOR);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void everyEventIsAnEntryNewestFirstInBothLanguages() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"), adopted());
        side.commit(SHINJUKU, established("0101", "総務課", "General Affairs"));
        side.commit(SHINJUKU, renamed("0101", "総務部", "General"));
        side.commit(SHINJUKU, registered("c1", "契-1", "0101"), facts("c1", "{}"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "OPS-06"));
        side.commit(SHINJUKU, minus("c1", "OPS-06", "手交なし"));

        var reply = side.get(AUDITOR, PATH);

        assertThat(reply.items("sequence"))
                .containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1");
        assertThat(reply.items("summaryJa"))
                .containsExactly(
                        "契約 契-1 印刷業務 契-1 の OPS-06 を「\u25CB」から「\uFF0D」に変更",
                        "契約 契-1 印刷業務 契-1 の OPS-06 を「\u25CB」と判断",
                        "契約 契-1 印刷業務 契-1 のチェックリストを作成",
                        "契約 契-1 印刷業務 契-1 の取扱状況を申告",
                        "契約 契-1 印刷業務 契-1 を登録",
                        "所管課 0101 の名称を 総務部 に変更",
                        "所管課 0101 総務課 を登録",
                        "ひな形 shinjuku-outsourcing-personal-information 1 を採用",
                        "新宿区の利用を開始");
        assertThat(reply.items("summaryEn"))
                .allSatisfy(line -> assertThat(line).isNotBlank().doesNotStartWith("tenken."));
        assertThat(reply.items("subject"))
                .containsExactly(
                        "contracts/c1/checklist/items/OPS-06",
                        "contracts/c1/checklist/items/OPS-06",
                        "contracts/c1/checklist",
                        "contracts/c1",
                        "contracts/c1",
                        "departments/0101",
                        "departments/0101",
                        "",
                        "");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void namesComeFromTheDirectoryWhenSomebodyReadsAndAreGoneOnceErased() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        long then = side.by("sato").commit(SHINJUKU, implement("c1", "OPS-06"));
        side.by("suzuki").commit(SHINJUKU, implement("c1", "OPS-07"));
        side.knows(SHINJUKU, "sato", "佐藤花子").knows(SHIBUYA, "tanaka", "渋谷の田中");

        assertThat(names(PATH)).containsExactly("", "佐藤花子", "", "");
        assertThat(names(CONTRACT)).containsExactly("", "佐藤花子", "", "");

        side.by("suzuki").commit(SHINJUKU, new PersonErased("sato", sealed("reason")));
        side.carriedOut();

        assertThat(names(CONTRACT)).containsExactly("", "消去済み", "", "");
        assertThat(names(CONTRACT + "?asOf=" + ReadSide.BEGIN.plusSeconds(1)))
                .as("as of sequence " + then)
                .containsExactly("消去済み", "", "");
        assertThat(side.get(AUDITOR, CONTRACT, "Accept", "text/csv").text())
                .contains(",sato,department-staff,0101,消去済み,")
                .doesNotContain("佐藤");
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        side.get(AUDITOR, path)
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("actor").path("displayName").asString("")));
        return names;
    }

    @Test
    void aDecisionSaysWhatStoodBeforeAlsoWithinOneCommit() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(
                SHINJUKU,
                minus("c1", "OPS-06", "手交なし"),
                implement("c1", "OPS-06"),
                minus("c1", "OPS-07", "電子のみ"));
        side.by("sato").commit(SHINJUKU, minus("c1", "OPS-06", "電子のみ"));

        JsonNode items = side.get(AUDITOR, CONTRACT).json().path("items");

        JsonNode latest = items.path(0);
        assertThat(latest.path("type").asString()).isEqualTo("tenken.checklist.ItemDecided");
        assertThat(latest.path("before").toString())
                .isEqualTo(
                        "{\"answer\":\"implement\",\"symbol\":\"\u25CB\",\"reason\":null,"
                                + "\"note\":null}");
        assertThat(latest.path("after").toString())
                .isEqualTo(
                        "{\"answer\":\"not_needed\",\"symbol\":\"\uFF0D\",\"reason\":\"電子のみ\","
                                + "\"note\":null}");
        assertThat(latest.path("reason").asString()).isEqualTo("電子のみ");
        assertThat(latest.path("actor").path("subject").asString()).isEqualTo("sato");
        assertThat(answers(items))
                .containsExactly(
                        "implement>not_needed",
                        "undecided>not_needed",
                        "not_needed>implement",
                        "undecided>not_needed",
                        ">",
                        ">");
    }

    @Test
    void aRebuildArrivesAtTheSameEntries() {
        for (int i = 0; i < 3; i++) {
            String id = "c" + i;
            side.commit(SHINJUKU, registered(id, "n" + i, "0101"), opened(id));
            side.commit(SHINJUKU, implement(id, "OPS-06"), minus(id, "OPS-06", "手交なし"));
            side.commit(SHINJUKU, minus(id, "OPS-06", "電子のみ"), implement(id, "OPS-01"));
        }
        String before = side.get(AUDITOR, PATH).text();

        side.rebuild(History.VIEW);

        assertThat(side.get(AUDITOR, PATH).text()).isEqualTo(before);
        assertThat(side.get(AUDITOR, CONTRACT).items("sequence")).hasSize(6);
    }

    @Test
    void filtersNarrowTogether() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, registered("c2", "2", "0102"), opened("c2"));
        side.by("sato").commit(SHINJUKU, implement("c1", "OPS-01"), implement("c2", "OPS-01"));
        side.commit(SHINJUKU, implement("c1", "OPS-02"));

        assertThat(sequences(AUDITOR, "?actor=sato")).containsExactly("7", "6", "5");
        assertThat(sequences(AUDITOR, "?actor=sato&itemCode=OPS-01")).containsExactly("6", "5");
        assertThat(sequences(AUDITOR, "?departmentCode=0102")).containsExactly("6", "4", "3");
        assertThat(sequences(AUDITOR, "?type=tenken.contract.ContractRegistered"))
                .containsExactly("3", "1");
        assertThat(side.get(AUDITOR, CONTRACT + "?itemCode=OPS-02").items("sequence"))
                .containsExactly("7");
    }

    @Test
    void aSpanIsOfDaysInTokyoOrOfInstantsBothIncluded() {
        side.at(Instant.parse("2026-04-10T14:59:59Z"));
        side.commit(SHINJUKU, established("0101", "a", "a"));
        side.at(Instant.parse("2026-04-10T15:00:00Z"));
        side.commit(SHINJUKU, established("0102", "b", "b"));
        side.at(Instant.parse("2026-04-11T15:00:00Z"));
        side.commit(SHINJUKU, established("0103", "c", "c"));

        assertThat(sequences(AUDITOR, "?to=2026-04-10")).containsExactly("1");
        assertThat(sequences(AUDITOR, "?from=2026-04-11")).containsExactly("3", "2");
        assertThat(sequences(AUDITOR, "?from=2026-04-11&to=2026-04-11")).containsExactly("2");
        assertThat(sequences(AUDITOR, "?from=2026-04-10T15:00:00Z&to=2026-04-11T15:00:00Z"))
                .containsExactly("3", "2");
        assertThat(sequences(AUDITOR, "?asOf=2026-04-11")).containsExactly("2", "1");
    }

    @Test
    void departmentsAndContractorsSeeTheirOwnHistory() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
        side.commit(SHINJUKU, registered("c1", "1", "印刷", "甲社", 2026, "0101", "0103"));
        side.commit(SHINJUKU, registered("c2", "2", "印刷", "乙社", 2026, "0102"), opened("c2"));
        side.commit(SHINJUKU, implement("c2", "OPS-01"), established("0101", "a", "a"));

        assertThat(sequences(Callers.staff(SHINJUKU, "0101"), "")).containsExactly("6", "2");
        assertThat(sequences(Callers.staff(SHINJUKU, "0102", "0103"), ""))
                .containsExactly("5", "4", "3", "2");
        assertThat(sequences(Callers.staff(SHINJUKU, "0103"), "?departmentCode=0101"))
                .containsExactly("2");
        Caller contractor = Callers.contractor(SHINJUKU, ContractorId.ofName("乙社"));
        assertThat(sequences(contractor, "")).containsExactly("5", "4", "3");
        assertThat(side.get(contractor, CONTRACT).status()).isEqualTo(403);
        assertThat(side.get(Callers.staff(SHINJUKU, "0102"), CONTRACT).code())
                .isEqualTo("out-of-scope");
        assertThat(side.get(Callers.of(SHINJUKU, Role.INTEGRATOR), PATH).status()).isEqualTo(403);
    }

    @Test
    void anUnknownContractHasNoHistory() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        assertThat(side.get(AUDITOR, CONTRACT).code()).isEqualTo("contract-not-found");
    }

    @Test
    void twoMunicipalitiesKeepTheirHistoriesApart() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHIBUYA, registered("c1", "9", "0101"), opened("c1"));
        side.commit(SHIBUYA, minus("c1", "OPS-06", "手交なし"));
        side.commit(SHINJUKU, implement("c1", "OPS-06"));

        JsonNode items = side.get(AUDITOR, CONTRACT).json().path("items");

        assertThat(answers(items)).containsExactly("undecided>implement", ">", ">");
        assertThat(side.get(AUDITOR, "/v1/municipalities/131130/history").status()).isEqualTo(404);
    }

    @Test
    void pagesFollowEachOtherInEveryForm() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, minus("c1", "OPS-06", "=cmd,\"x\""));

        var lines = side.get(AUDITOR, PATH + "?limit=2", "Accept", "application/x-ndjson");
        assertThat(lines.headers().getContentType()).hasToString("application/x-ndjson");
        assertThat(lines.text().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"seq"));
        String cursor = lines.headers().getFirst(HistoryEndpoint.NEXT_CURSOR);

        var table = side.get(AUDITOR, PATH + "?limit=2&cursor=" + cursor, "Accept", "text/csv");
        assertThat(table.text().lines()).hasSize(2);
        assertThat(table.text()).contains("\r\n1,131041-1,tenken.contract.ContractRegistered,");
        assertThat(table.headers().getFirst(HistoryEndpoint.NEXT_CURSOR)).isNull();

        assertThat(side.get(AUDITOR, PATH, "Accept", "text/csv").text())
                .startsWith("sequence,eventId,type,time,recordedAt,actorSubject,")
                .contains("3,131041-3,tenken.checklist.ItemDecided,")
                .contains("undecided,,not_needed,\"'=cmd,\"\"x\"\"\",");
    }

    @Test
    void parametersWithoutTheirFormAreRefused() {
        assertThat(code("?type=ItemDecided")).isEqualTo("parameter-invalid");
        assertThat(code("?itemCode=ops1")).isEqualTo("item-unknown");
        assertThat(code("?from=2026-13-01")).isEqualTo("parameter-invalid");
        assertThat(code("?to=tomorrow")).isEqualTo("parameter-invalid");
        assertThat(code("?departmentCode=/")).isEqualTo("department-code-invalid");
        assertThat(code("?contractorId=x")).isEqualTo("parameter-unknown");
        assertThat(side.get(AUDITOR, PATH, "Accept", "text/html").status()).isEqualTo(406);
    }

    private String code(String query) {
        var reply = side.get(AUDITOR, PATH + query);
        assertThat(reply.status()).isEqualTo(400);
        return reply.code();
    }

    private List<String> sequences(Caller caller, String query) {
        var reply = side.get(caller, PATH + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.items("sequence");
    }

    private static List<String> answers(JsonNode items) {
        List<String> all = new ArrayList<>();
        items.forEach(
                item ->
                        all.add(
                                item.path("before").path("answer").asString("")
                                        + ">"
                                        + item.path("after").path("answer").asString("")));
        return all;
    }
}
