package jp.tenken.query.municipality.approvalpath;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.onboarded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.municipality.ApprovalPathSet;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The approval path of a municipality. */
class ApprovalPathsTest {

    private static final String PATH = "/v1/municipalities/131041/approval-path";
    private static final Caller STAFF = Callers.staff(SHINJUKU, "0101");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aMunicipalityThatNeverSetOneBeginsWithHeadAndOfficer() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        var reply = side.get(STAFF, PATH);

        assertThat(reply.text())
                .isEqualTo("{\"steps\":[\"department-head\",\"security-officer\"],\"version\":0}");
        assertThat(reply.headers().getFirst("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void thePathIsReadAsItWasRecordedAtAnInstant() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHINJUKU, new ApprovalPathSet(List.of(Role.DEPARTMENT_HEAD)));

        assertThat(side.get(STAFF, PATH).json().path("steps").size()).isEqualTo(1);
        assertThat(side.get(STAFF, PATH).headers().getFirst("ETag")).isEqualTo("\"1\"");
        assertThat(side.get(STAFF, PATH + "?asOf=2026-04-30").json().path("steps").size())
                .isEqualTo(2);
        assertThat(side.get(STAFF, PATH + "?asOf=2026-03-31").code())
                .isEqualTo("municipality-not-found");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void eachMunicipalityHasItsOwn() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya City"));
        side.commit(SHIBUYA, new ApprovalPathSet(List.of(Role.DEPARTMENT_HEAD)));

        assertThat(side.get(STAFF, PATH).json().path("version").asLong()).isZero();
        assertThat(side.get(STAFF, "/v1/municipalities/131130/approval-path").status())
                .isEqualTo(404);
    }
}
