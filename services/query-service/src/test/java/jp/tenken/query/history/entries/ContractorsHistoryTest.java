package jp.tenken.query.history.entries;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentClosed;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a contractor reads of events that also concern contracts of others. */
class ContractorsHistoryTest {

    private static final String PATH = "/v1/municipalities/131041/history";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);
    private static final Caller KO = Callers.contractor(SHINJUKU, ContractorId.ofName("甲社"));
    private static final Caller OTSU = Callers.contractor(SHINJUKU, ContractorId.ofName("乙社"));

    private final ReadSide side = new ReadSide();

    @BeforeEach
    void anIncidentOfTwoContractorsToWhichAThirdContractCame() {
        side.commit(SHINJUKU, registered("ko-1", "契-101", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("otsu-1", "契-202", "封入", "乙社", 2026, "0102"));
        side.commit(SHINJUKU, registered("otsu-2", "契-303", "発送", "乙社", 2026, "0102"));
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "ko-1", "otsu-1"));
        side.commit(SHINJUKU, added("otsu-2", "ko-1", "otsu-1", "otsu-2"));
        side.commit(SHINJUKU, incidentClosed("i1", "ko-1", "otsu-1", "otsu-2"));
    }

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void eachContractorReadsTheNamesOfItsOwnContractsOnly() {
        assertThat(summaries(KO))
                .containsExactly(
                        "事案 i1 を終結（契-101 印刷）",
                        "事案 i1 に他の契約を追加（契-101 印刷）",
                        "事案 i1 を報告（契-101 印刷）",
                        "契約 契-101 印刷 を登録");
        assertThat(summaries(OTSU))
                .containsExactly(
                        "事案 i1 を終結（契-202 封入, 契-303 発送）",
                        "事案 i1 に契約 契-303 を追加（契-202 封入, 契-303 発送）",
                        "事案 i1 を報告（契-202 封入）",
                        "契約 契-303 発送 を登録",
                        "契約 契-202 封入 を登録");
    }

    @Test
    void theMunicipalitysOwnReadAllNamesWhateverTheirDepartment() {
        for (Caller reader : List.of(OFFICER, Callers.staff(SHINJUKU, "0101"))) {
            assertThat(summaries(reader))
                    .startsWith(
                            "事案 i1 を終結（契-101 印刷, 契-202 封入, 契-303 発送）",
                            "事案 i1 に契約 契-303 を追加（契-101 印刷, 契-202 封入, 契-303 発送）",
                            "事案 i1 を報告（契-101 印刷, 契-202 封入）");
        }
    }

    @Test
    void noFormOfAHistoryNamesTheContractsOfOthers() {
        for (String path : List.of(PATH, "/v1/municipalities/131041/contracts/ko-1/history")) {
            for (String form : List.of("application/json", "text/csv", "application/x-ndjson")) {
                assertThat(side.get(KO, path, "Accept", form).text())
                        .as(path + " as " + form)
                        .contains("契-101")
                        .doesNotContain("契-202", "封入", "契-303", "発送", "otsu", "乙社");
            }
        }
        for (String form : List.of("application/json", "text/csv", "application/x-ndjson")) {
            assertThat(side.get(OTSU, PATH, "Accept", form).text())
                    .as(form)
                    .contains("契-202")
                    .doesNotContain("契-101", "印刷", "ko-1", "甲社");
        }
    }

    @Test
    void whoActedForAnotherContractorIsNotNamedEither() {
        side.by("otsu-clerk", "contractor")
                .commit(SHINJUKU, incident("i2", "2026-04-01T00:00:00Z", "ko-1", "otsu-1"));

        assertThat(side.get(KO, PATH).text()).doesNotContain("otsu-clerk");
        assertThat(side.get(OFFICER, PATH).text()).contains("otsu-clerk");
    }

    private List<String> summaries(Caller reader) {
        return side.get(reader, PATH).items("summaryJa");
    }

    private static IncidentContractAdded added(String contract, String... all) {
        return new IncidentContractAdded(
                IncidentId.of("i1"),
                new IncidentContract(ContractId.of(contract), 5),
                List.of(all).stream().map(ContractId::of).toList());
    }
}
