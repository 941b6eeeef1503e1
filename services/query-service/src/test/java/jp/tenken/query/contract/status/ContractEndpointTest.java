package jp.tenken.query.contract.status;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.onboarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Role;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractEndpointTest {

    private static final String PATH = "/v1/municipalities/131041/contracts/c1";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aContractHasTheVersionThatIfMatchMeans() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), facts("c1", "{}"), opened("c1"));

        var reply = side.get(OFFICER, PATH);

        assertThat(reply.headers().getETag()).isEqualTo("\"2\"");
        assertThat(reply.json().path("id").asString()).isEqualTo("c1");
        assertThat(reply.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void theStatusCountsItemsByAnswer() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "OPS-01"), minus("c1", "OPS-06", "手交なし"));

        var status = side.get(OFFICER, PATH + "/status").json();

        assertThat(status.path("status").asString()).isEqualTo("undecided_items");
        assertThat(status.path("counts").toString())
                .isEqualTo(
                        "{\"decided\":2,\"total\":24,\"implement\":1,\"notNeeded\":1,"
                                + "\"undecided\":22,\"stale\":0,\"openIncidents\":0,"
                                + "\"openConsultations\":0}");
        assertThat(status.path("reasons").path(0).path("eventIds").path(0).asString())
                .isEqualTo("131041-2");
        assertThat(status.path("nextChangeAt").isNull()).isTrue();
    }

    @Test
    void aStatusIsReadAsItWasRecordedAtAnInstant() {
        side.at(Instant.parse("2026-03-01T00:00:00Z"));
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
        side.at(ReadSide.BEGIN);
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHINJUKU, implement("c1", "OPS-01"));

        var before = side.get(OFFICER, PATH + "/status?asOf=2026-04-30").json();

        assertThat(before.path("counts").path("decided").asInt()).isZero();
        assertThat(side.get(OFFICER, PATH + "?asOf=2026-03-31").code())
                .isEqualTo("contract-not-found");
    }

    @Test
    void aContractOutOfScopeIsForbiddenInTheOwnMunicipalityAndNotFoundInAnother() {
        side.commit(SHINJUKU, registered("c1", "1", "印刷", "甲社", 2026, "0101", "0102"));

        for (String path : new String[] {PATH, PATH + "/status"}) {
            assertThat(side.get(Callers.staff(SHINJUKU, "0101"), path).status()).isEqualTo(200);
            assertThat(side.get(Callers.staff(SHINJUKU, "0102"), path).status()).isEqualTo(200);
            var foreign = side.get(Callers.staff(SHINJUKU, "0103"), path);
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.code()).isEqualTo("out-of-scope");
            assertThat(
                            side.get(Callers.contractor(SHINJUKU, ContractorId.ofName("乙社")), path)
                                    .status())
                    .isEqualTo(403);
            assertThat(
                            side.get(Callers.contractor(SHINJUKU, ContractorId.ofName("甲社")), path)
                                    .status())
                    .isEqualTo(200);
            assertThat(side.get(Callers.staff(SHIBUYA, "0101"), path).status()).isEqualTo(404);
        }
    }

    @Test
    void anotherMunicipalitysContractOfTheSameIdIsAnotherContract() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"));
        side.commit(SHIBUYA, registered("c1", "9", "0101"), opened("c1"));

        assertThat(side.get(OFFICER, PATH).json().path("contractNumber").asString()).isEqualTo("1");
        assertThat(side.get(OFFICER, PATH).json().path("total").asInt()).isZero();
    }
}
