package jp.tenken.query.municipality.policies;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import jp.tenken.query.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The editions of policies of a municipality. */
class PolicyEditionsTest {

    private static final String PATH = "/v1/municipalities/131041/policy-editions";
    private static final Caller STAFF = Callers.staff(SHINJUKU, "0101");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void editionsAreListedTheLatestDayFirstAndReadByTheirId() {
        issue(SHINJUKU, "sp-1", "第1版", "2026-04-01");
        issue(SHINJUKU, "sp-2", "第2版", "2026-10-01");

        assertThat(side.get(STAFF, PATH).items("id")).containsExactly("sp-2", "sp-1");
        var reply = side.get(STAFF, PATH + "/sp-2");
        assertThat(reply.text())
                .startsWith(
                        "{\"id\":\"sp-2\",\"kind\":\"security_policy\","
                                + "\"titleJa\":\"情報セキュリティポリシー\",\"edition\":\"第2版\","
                                + "\"effectiveOn\":\"2026-10-01\",\"issuedAt\":\"")
                .endsWith("\",\"version\":1}");
        assertThat(reply.headers().getFirst("ETag")).isEqualTo("\"1\"");
        assertThat(side.get(STAFF, PATH + "/sp-3").code()).isEqualTo("policy-edition-not-found");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void theListIsReadAsItWasRecordedAtAnInstant() {
        issue(SHINJUKU, "sp-1", "第1版", "2026-04-01");
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        issue(SHINJUKU, "sp-2", "第2版", "2026-10-01");

        assertThat(side.get(STAFF, PATH + "?asOf=2026-04-30").items("id")).containsExactly("sp-1");
        assertThat(side.get(STAFF, PATH + "/sp-2?asOf=2026-04-30").status()).isEqualTo(404);
    }

    @Test
    void twoMunicipalitiesHaveEditionsOfTheSameId() {
        issue(SHINJUKU, "sp-1", "第1版", "2026-04-01");
        issue(SHIBUYA, "sp-1", "初版", "2026-06-01");

        assertThat(side.get(STAFF, PATH).items("edition")).containsExactly("第1版");
        assertThat(
                        side.get(
                                        Callers.of(SHIBUYA, Role.AUDITOR),
                                        "/v1/municipalities/131130/policy-editions")
                                .items("edition"))
                .containsExactly("初版");
        assertThat(side.get(STAFF, "/v1/municipalities/131130/policy-editions").status())
                .isEqualTo(404);
    }

    private void issue(MunicipalityCode where, String id, String edition, String effectiveOn) {
        side.commit(where, Samples.issued(id, edition, effectiveOn));
    }
}
