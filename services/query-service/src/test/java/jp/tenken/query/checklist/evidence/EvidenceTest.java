package jp.tenken.query.checklist.evidence;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.erasureReport;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The evidence of a checklist. */
class EvidenceTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void evidenceIsListedAlsoWhenItWasWithdrawn() {
        contracts();
        side.commit(SHINJUKU, erasureReport("a", "e1"), erasureReport("a", "e2"));
        side.commit(
                SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e1"), "差替え"));

        JsonNode items = side.get(OFFICER, HERE + "/contracts/a/evidence").json().path("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.path(1).path("withdrawal").path("reason").asString()).isEqualTo("差替え");
        assertThat(items.path(0).path("withdrawn").asBoolean()).isFalse();
        assertThat(side.get(Callers.staff(SHINJUKU, "0102"), HERE + "/contracts/a/evidence").code())
                .isEqualTo("out-of-scope");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void aReferenceIsReadWhereItsLocationSaidThatItIs() {
        contracts();
        side.commit(SHINJUKU, erasureReport("a", "e1"));

        var first = side.get(OFFICER, HERE + "/contracts/a/evidence/e1");
        side.commit(
                SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e1"), "差替え"));
        var then = side.get(OFFICER, HERE + "/contracts/a/evidence/e1");

        assertThat(first.json().path("id").asString()).isEqualTo("e1");
        assertThat(first.headers().getFirst("ETag")).isEqualTo("\"1\"");
        assertThat(then.json().path("withdrawn").asBoolean()).isTrue();
        assertThat(then.headers().getFirst("ETag")).isEqualTo("\"2\"");
        assertThat(side.get(OFFICER, HERE + "/contracts/b/evidence/e1").code())
                .isEqualTo("evidence-not-found");
        assertThat(
                        side.get(Callers.staff(SHINJUKU, "0102"), HERE + "/contracts/a/evidence/e1")
                                .code())
                .isEqualTo("out-of-scope");
    }

    private void contracts() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "乙社", 2026, "0102"));
    }
}
