package jp.tenken.query.contract.contractors;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.erasureReport;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contractors with their contracts. */
class ContractorsTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);
    private static final ContractorId KO = ContractorId.ofName("甲社");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void contractorsAreKnownByNameWithTheirContracts() {
        contracts();
        side.commit(SHINJUKU, facts("a", "{\"personsEstimate\":500}"));
        side.commit(SHINJUKU, new ContractorNamed(KO, "株式会社甲", null));

        assertThat(side.get(OFFICER, HERE + "/contractors").items("name"))
                .containsExactly("乙社", "株式会社甲");
        Caller contractor = Callers.contractor(SHINJUKU, KO);
        assertThat(side.get(contractor, HERE + "/contractors").items("name"))
                .containsExactly("株式会社甲");
        assertThat(side.get(contractor, HERE + "/contractors/" + ContractorId.ofName("乙社")).code())
                .isEqualTo("out-of-scope");
        assertThat(side.get(OFFICER, HERE + "/contractors/nobody").code())
                .isEqualTo("contractor-not-found");
        JsonNode line =
                side.get(OFFICER, HERE + "/contractors/" + KO + "/contracts")
                        .json()
                        .path("items")
                        .path(0);
        assertThat(line.path("personsEstimate").asInt()).isEqualTo(500);
        assertThat(line.path("erasure").asString()).isEqualTo("not_reported");
        assertThat(
                        side.get(
                                        Callers.staff(SHINJUKU, "0102"),
                                        HERE + "/contractors/" + KO + "/contracts")
                                .items("id"))
                .isEmpty();
    }

    @Test
    void aContractorsContractSaysWhetherSomebodyReportedTheErasure() {
        contracts();
        side.commit(SHINJUKU, erasureReport("a", "e1"), erasureReport("a", "e2"));
        assertThat(erasure()).isEqualTo("reported");
        side.commit(
                SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e1"), "差替え"));
        assertThat(erasure()).isEqualTo("reported");
        side.commit(SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e2"), "誤り"));
        assertThat(erasure()).isEqualTo("not_reported");
        assertThat(side.appliedAgain()).isZero();
    }

    private String erasure() {
        return side.get(OFFICER, HERE + "/contractors/" + KO + "/contracts")
                .json()
                .path("items")
                .path(0)
                .path("erasure")
                .asString();
    }

    private void contracts() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "乙社", 2026, "0102"));
    }
}
