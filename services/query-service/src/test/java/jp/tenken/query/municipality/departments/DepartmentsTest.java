package jp.tenken.query.municipality.departments;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.established;
import static jp.tenken.query.Samples.renamed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DepartmentsTest {

    private static final String PATH = "/v1/municipalities/131041/departments";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void departmentsAreListedByCodeWithTheVersionThatIfMatchMeans() {
        side.commit(SHINJUKU, established("0102", "税務課", "Tax"));
        side.commit(SHINJUKU, established("0101", "総務課", "General Affairs"));
        side.commit(SHINJUKU, renamed("0102", "税務第一課", "Tax 1"));

        var reply = side.get(OFFICER, PATH);

        assertThat(reply.text())
                .isEqualTo(
                        "{\"items\":["
                                + "{\"departmentCode\":\"0101\",\"nameJa\":\"総務課\","
                                + "\"nameEn\":\"General Affairs\",\"version\":1},"
                                + "{\"departmentCode\":\"0102\",\"nameJa\":\"税務第一課\","
                                + "\"nameEn\":\"Tax 1\",\"version\":2}],\"nextCursor\":null}");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void theListIsReadAsItWasRecordedAtAnInstant() {
        side.commit(SHINJUKU, established("0101", "総務課", "General Affairs"));
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHINJUKU, renamed("0101", "総務部総務課", "General Affairs Division"));

        assertThat(side.get(OFFICER, PATH + "?asOf=2026-04-30").items("nameJa"))
                .containsExactly("総務課");
        assertThat(side.get(OFFICER, PATH + "?asOf=2026-05-01").items("nameJa"))
                .containsExactly("総務部総務課");
        assertThat(side.get(OFFICER, PATH + "?asOf=2026-03-31").items("nameJa")).isEmpty();
    }

    @Test
    void twoMunicipalitiesHaveDepartmentsOfTheSameCode() {
        side.commit(SHINJUKU, established("0101", "総務課", "General Affairs"));
        side.commit(SHIBUYA, established("0101", "区民課", "Residents"));

        assertThat(side.get(OFFICER, PATH).items("nameJa")).containsExactly("総務課");
        assertThat(
                        side.get(
                                        Callers.of(SHIBUYA, Role.AUDITOR),
                                        "/v1/municipalities/131130/departments")
                                .items("nameJa"))
                .containsExactly("区民課");
        assertThat(side.get(OFFICER, "/v1/municipalities/131130/departments").status())
                .isEqualTo(404);
    }
}
