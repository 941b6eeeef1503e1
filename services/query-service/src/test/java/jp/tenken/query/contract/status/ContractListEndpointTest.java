package jp.tenken.query.contract.status;

import static jp.tenken.query.Samples.ITEMS;
import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.onboarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Role;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractListEndpointTest {

    private static final String PATH = "/v1/municipalities/131041/contracts";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aRowSaysHowTheContractStandsAndWhy() {
        side.commit(SHINJUKU, registered("c1", "契-1", "0101", "0102"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "OPS-01"));

        var row = side.get(OFFICER, PATH).json().path("items").path(0);

        assertThat(row.propertyNames())
                .containsExactly(
                        "id",
                        "contractNumber",
                        "title",
                        "departmentCode",
                        "participatingDepartmentCodes",
                        "contractor",
                        "period",
                        "fiscalYear",
                        "status",
                        "reasons",
                        "decided",
                        "total",
                        "openIncidents",
                        "openConsultations",
                        "version");
        assertThat(row.path("status").asString()).isEqualTo("undecided_items");
        assertThat(row.path("reasons").path(0).path("itemCodes").size()).isEqualTo(23);
        assertThat(row.path("decided").asInt()).isEqualTo(1);
        assertThat(row.path("total").asInt()).isEqualTo(24);
        assertThat(row.path("contractor").path("name").asString()).isEqualTo("株式会社テスト");
        assertThat(row.path("contractor").path("corporateNumber").isNull()).isTrue();
        assertThat(row.path("period").path("from").asString()).isEqualTo("2026-04-01");
        assertThat(row.path("fiscalYear").asInt()).isEqualTo(2026);
    }

    @Test
    void filtersNarrowTogether() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2025, "0101"), opened("a"));
        side.commit(SHINJUKU, registered("b", "2", "印刷", "甲社", 2026, "0101"), opened("b"));
        side.commit(SHINJUKU, registered("c", "3", "封入", "乙社", 2026, "0102", "0101"));

        assertThat(ids(OFFICER, "?fiscalYear=2026")).containsExactly("b", "c");
        assertThat(ids(OFFICER, "?fiscalYear=2026&status=undecided_items")).containsExactly("b");
        assertThat(ids(OFFICER, "?status=in_order")).containsExactly("c");
        assertThat(ids(OFFICER, "?departmentCode=0101")).containsExactly("a", "b", "c");
        assertThat(ids(OFFICER, "?departmentCode=0102")).containsExactly("c");
        assertThat(ids(OFFICER, "?contractorId=" + ContractorId.ofName("甲社")))
                .containsExactly("a", "b");
        assertThat(ids(OFFICER, "?departmentCode=0101&contractorId=" + ContractorId.ofName("乙社")))
                .containsExactly("c");
    }

    @Test
    void searchTakesFullWidthAndCapitalLettersForTheSame() {
        side.commit(SHINJUKU, registered("a", "ABC-１", "ﾃﾞｰﾀ入力", "Ｔｅｓｔ社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "X-2", "封入", "乙社", 2026, "0101"));

        assertThat(ids(OFFICER, "?q=abc-1")).containsExactly("a");
        assertThat(ids(OFFICER, "?q=データ")).containsExactly("a");
        assertThat(ids(OFFICER, "?q=ＴＥＳＴ")).containsExactly("a");
        assertThat(ids(OFFICER, "?q=封入")).containsExactly("b");
        assertThat(ids(OFFICER, "?q=無い")).isEmpty();
        assertThat(ids(OFFICER, "?q=　")).containsExactly("a", "b");
    }

    @Test
    void departmentsSeeTheUnionOfTheirContractsOnceAndInOrderOverAllPages() {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String id = "s%dc%02d".formatted(seed, i);
                String number = "%d-%02d".formatted(seed, random.nextInt(30));
                TreeSet<String> departments = new TreeSet<>();
                random.ints(1 + random.nextInt(3), 0, 5).forEach(d -> departments.add("010" + d));
                String first = departments.pollFirst();
                side.commit(
                        SHINJUKU,
                        registered(id, number, first, departments.toArray(String[]::new)));
                departments.add(first);
                if (departments.stream().anyMatch(code -> code.matches("010[134]"))) {
                    mine.add(number + " " + id);
                }
            }
            mine.sort(null);

            assertThat(listed(Callers.staff(SHINJUKU, "0101", "0103", "0104"), "q=" + seed + "-"))
                    .as("seed %d", seed)
                    .filteredOn(row -> row.startsWith(mine.getFirst().substring(0, 2)))
                    .containsExactlyElementsOf(mine);
        }
    }

    private List<String> listed(Caller caller, String filter) {
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            var page = side.get(caller, PATH + "?limit=7&" + filter + cursor).json();
            page.path("items")
                    .forEach(
                            row ->
                                    listed.add(
                                            row.path("contractNumber").asString()
                                                    + " "
                                                    + row.path("id").asString()));
            var next = page.path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return listed;
    }

    @Test
    void anotherDepartmentsFilterShowsOnlyWhatTheCallerHasAPartIn() {
        side.commit(SHINJUKU, registered("a", "1", "0102"));
        side.commit(SHINJUKU, registered("b", "2", "0102", "0101"));
        side.commit(SHINJUKU, registered("c", "3", "0101"));

        Caller staff = Callers.staff(SHINJUKU, "0101");

        assertThat(ids(staff, "")).containsExactly("b", "c");
        assertThat(ids(staff, "?departmentCode=0102")).containsExactly("b");
        assertThat(ids(staff, "?departmentCode=0101")).containsExactly("b", "c");
    }

    @Test
    void contractorsSeeOnlyTheirOwn() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "印刷", "乙社", 2026, "0101"));
        Caller contractor = Callers.contractor(SHINJUKU, ContractorId.ofName("甲社"));

        assertThat(ids(contractor, "")).containsExactly("a");
        assertThat(ids(contractor, "?contractorId=" + ContractorId.ofName("乙社"))).isEmpty();
        assertThat(ids(contractor, "?departmentCode=0101")).containsExactly("a");
    }

    @Test
    void theListIsReadAsItWasRecordedAtAnInstant() {
        side.commit(SHINJUKU, registered("a", "1", "0101"), opened("a"));
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHINJUKU, ITEMS.stream().map(item -> implement("a", item.value())).toArray());
        side.commit(SHINJUKU, registered("b", "2", "0101"));

        assertThat(ids(OFFICER, "?asOf=2026-04-30&status=undecided_items")).containsExactly("a");
        assertThat(ids(OFFICER, "?asOf=2026-04-30&status=in_order")).isEmpty();
        assertThat(ids(OFFICER, "?status=in_order")).containsExactly("a", "b");
    }

    @Test
    void twoMunicipalitiesHaveContractsOfTheSameId() {
        side.commit(SHINJUKU, registered("c1", "1", "新宿の印刷", "甲社", 2026, "0101"));
        side.commit(SHIBUYA, registered("c1", "1", "渋谷の印刷", "甲社", 2026, "0101"));

        assertThat(side.get(OFFICER, PATH).items("title")).containsExactly("新宿の印刷");
        assertThat(side.get(OFFICER, PATH + "?q=印刷").items("title")).containsExactly("新宿の印刷");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void parametersWithoutTheirFormAreRefused() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        assertThat(code("?status=fine")).isEqualTo("parameter-invalid");
        assertThat(code("?fiscalYear=26")).isEqualTo("parameter-invalid");
        assertThat(code("?departmentCode=０")).isEqualTo("department-code-invalid");
        assertThat(code("?contractorId=+")).isEqualTo("contractor-id-invalid");
        assertThat(code("?limit=0")).isEqualTo("limit-invalid");
        assertThat(code("?limit=10000")).isEqualTo("limit-invalid");
        assertThat(code("?cursor=abc")).isEqualTo("cursor-invalid");
        assertThat(code("?sort=title")).isEqualTo("parameter-unknown");
        assertThat(code("?asOf=yesterday")).isEqualTo("as-of-invalid");
    }

    @Test
    void aReadWaitsForTheSequenceThatItNames() {
        long sequence = side.commit(SHINJUKU, registered("c1", "1", "0101"));

        var reply = side.get(OFFICER, PATH, "Tenken-Sequence-At-Least", Long.toString(sequence));
        var beyond = side.get(OFFICER, PATH, "Tenken-Sequence-At-Least", "2");

        assertThat(reply.items("id")).containsExactly("c1");
        assertThat(beyond.status()).isEqualTo(503);
        assertThat(beyond.code()).isEqualTo("view-behind");
    }

    private String code(String query) {
        var reply = side.get(OFFICER, PATH + query);
        assertThat(reply.status()).isEqualTo(400);
        return reply.code();
    }

    private List<String> ids(Caller caller, String query) {
        var reply = side.get(caller, PATH + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.items("id");
    }
}
