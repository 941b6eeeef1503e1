package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What somebody finds after the first start. */
class TryOutContentTest {

    private static final List<String> WARDS = List.of("131016", "131041", "131121", "131130");
    private static final String SHINJUKU = "/v1/municipalities/131041";

    @TempDir static Path data;

    private static StartedProgram program;
    private static String officer;

    @BeforeAll
    static void start() throws Exception {
        program = new StartedProgram(data).healthy();
        officer = program.officer(WARDS);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 【見本】区民アンケート集計業務委託,       0101, in_order,        24, 1, confirmed, H1",
        "2, 【見本】住民情報システム運用保守業務委託, 0102, in_order,        24, 2, confirmed, ''",
        "3, 【見本】戸籍証明書郵送請求受付業務委託,   0103, incident_open,   24, 1, confirmed, ''",
        "4, 【見本】保険料通知書印字業務委託,         0104, undecided_items, 0,  1, draft,     ''",
        "5, 【見本】学童クラブ入会申請入力業務委託,   0105, in_order,        24, 1, submitted, ''",
        "6, 【見本】給付金申請受付業務委託,           0104, closed,          24, 1, confirmed, H10"
    })
    void eachOfTheSixContractsShowsWhatItIsThereFor(
            int number,
            String title,
            String department,
            String status,
            int decided,
            int revision,
            String state,
            String hints)
            throws Exception {
        JsonNode contract = contract(number);
        assertThat(contract.path("title").asString()).isEqualTo(title);
        assertThat(contract.path("departmentCode").asString()).isEqualTo(department);
        assertThat(contract.path("status").asString()).isEqualTo(status);
        assertThat(contract.path("reasons")).hasSize(1);
        assertThat(contract.path("reasons").path(0).path("status").asString()).isEqualTo(status);
        assertThat(contract.path("decided").asInt()).isEqualTo(decided);
        assertThat(contract.path("total").asInt()).isEqualTo(24);
        assertThat(contract.path("openIncidents").asInt()).isEqualTo(number == 3 ? 1 : 0);
        assertThat(contract.path("openConsultations").asInt()).isZero();

        JsonNode checklist = reads(at(contract) + "/checklist");
        assertThat(checklist.path("revision").asInt()).isEqualTo(revision);
        assertThat(checklist.path("state").asString()).isEqualTo(state);
        assertThat(checklist.path("inForce").path("revision").asInt(0))
                .isEqualTo(state.equals("confirmed") ? revision : 0);
        assertThat(String.join(" ", texts(checklist.path("hints"), "id"))).isEqualTo(hints);
    }

    @Test
    void theFormHasItsAnswersAndWasConfirmedByThreePeople() throws Exception {
        JsonNode contract = contract(1);
        List<String> symbols = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (JsonNode section : reads(at(contract) + "/checklist").path("sections")) {
            symbols.addAll(texts(section.path("items"), "symbol"));
            reasons.addAll(texts(section.path("items"), "reason"));
        }
        assertThat(symbols).hasSize(24).filteredOn("○"::equals).hasSize(21);
        assertThat(symbols).filteredOn("－"::equals).hasSize(3);
        assertThat(reasons)
                .filteredOn(reason -> !reason.isEmpty())
                .hasSize(3)
                .containsOnly("電子データのみの取扱いのため");

        List<String> review = new ArrayList<>();
        for (JsonNode entry : reads(at(contract) + "/history?limit=3").path("items")) {
            review.add(type(entry) + " " + entry.path("actor").path("subject").asString());
        }
        assertThat(review)
                .containsExactly(
                        "ChecklistConfirmed sato",
                        "ChecklistApproved suzuki",
                        "ChecklistSubmitted tanaka");
    }

    @Test
    void theHistoryOfTheChangedMeasureTellsWhoAgreedAndWhy() throws Exception {
        JsonNode contract = contract(2);
        List<JsonNode> history = new ArrayList<>();
        reads(at(contract) + "/history?itemCode=SYS-12").path("items").forEach(history::add);
        assertThat(history)
                .extracting(TryOutContentTest::type)
                .containsExactly(
                        "ItemDecisionRevised",
                        "ConsultationAgreed",
                        "ConsultationOpened",
                        "ItemDecided");
        assertThat(history.getFirst().path("changeReason").asString())
                .isEqualTo("庁舎内作業への切替えを協議で合意したため");
        assertThat(history.get(1).path("comment").asString()).isEqualTo("庁舎内で、区の機器だけを使って保守を行う。");

        JsonNode difference = reads(at(contract) + "/checklist/diff?from=1&to=2").path("items");
        assertThat(texts(difference, "itemCode")).containsExactly("SYS-12");
        assertThat(difference.path(0).path("before").path("symbol").asString()).isEqualTo("○");
        assertThat(difference.path(0).path("after").path("symbol").asString()).isEqualTo("－");
        assertThat(difference.path(0).path("consultationId").asString())
                .isEqualTo(
                        reads(SHINJUKU + "/consultations")
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString());
    }

    @Test
    void theIncidentIsBeingDealtWithInTime() throws Exception {
        JsonNode incidents = reads(SHINJUKU + "/incidents?open=true").path("items");
        assertThat(incidents).hasSize(1);
        JsonNode incident = incidents.path(0);
        assertThat(texts(incident.path("contracts"), "contractNumber")).containsExactly("MIHON-3");
        assertThat(incident.path("suggestedSituations").path(0).asString())
                .isEqualTo("more_than_100_persons");
        assertThat(incident.path("clock").path("finalDue").asString())
                .isEqualTo(contract(3).path("reasons").path(0).path("due").asString())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"131016", "131041", "131121", "131130"})
    void everyWardHasItsDepartments(String code) throws Exception {
        JsonNode departments = reads("/v1/municipalities/" + code + "/departments").path("items");
        assertThat(texts(departments, "departmentCode"))
                .containsExactly("0101", "0102", "0103", "0104", "0105");
        assertThat(texts(departments, "nameJa"))
                .containsExactly("区政情報課", "情報システム課", "戸籍住民課", "保険年金課", "子育て支援課");
    }

    @ParameterizedTest
    @ValueSource(strings = {"131016", "131121", "131130"})
    void theOtherWardsHaveContractsAndNoIncidents(String code) throws Exception {
        JsonNode contracts = reads("/v1/municipalities/" + code + "/contracts").path("items");
        assertThat(texts(contracts, "status")).containsExactly("in_order", "undecided_items");
        assertThat(texts(contracts, "title")).allMatch(title -> title.startsWith("【見本】"));
        assertThat(reads("/v1/municipalities/" + code + "/incidents").path("items")).isEmpty();
    }

    @Test
    void theOverviewShowsWhereSomebodyHasToLook() throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : reads("/v1/overview").path("items")) {
            JsonNode counts = line.path("counts");
            lines.add(
                    "%s %s %d %d/%d %s"
                            .formatted(
                                    line.path("nameJa").asString(),
                                    line.path("status").asString(),
                                    counts.path("contracts").asInt(),
                                    counts.path("items").path("decided").asInt(),
                                    counts.path("items").path("total").asInt(),
                                    texts(line.path("reasons"), "contractNumber")));
        }
        assertThat(lines)
                .containsExactly(
                        "千代田区 undecided_items 2 25/48 [MIHON-2]",
                        "新宿区 incident_open 6 96/120 [MIHON-3, MIHON-4]",
                        "世田谷区 undecided_items 2 25/48 [MIHON-2]",
                        "渋谷区 undecided_items 2 25/48 [MIHON-2]");
    }

    private static JsonNode contract(int number) throws Exception {
        JsonNode found = reads(SHINJUKU + "/contracts?q=MIHON-" + number).path("items");
        assertThat(found).hasSize(1);
        return found.path(0);
    }

    private static String at(JsonNode contract) {
        return SHINJUKU + "/contracts/" + contract.path("id").asString();
    }

    private static JsonNode reads(String path) throws Exception {
        return program.reads(officer, path);
    }

    private static String type(JsonNode entry) {
        return entry.path("type").asString().replaceFirst(".*\\.", "");
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(field).asString("")));
        return texts;
    }
}
