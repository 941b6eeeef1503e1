package jp.tenken.query.municipality.directory;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.adopted;
import static jp.tenken.query.Samples.onboarded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MunicipalityDirectoryTest {

    private static final MunicipalityCode CHIYODA = MunicipalityCode.of("131016");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aMunicipalityIsThereFromItsOnboardingAndNamesItsTemplateOnceItAdoptedOne() {
        long onboarded = side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
        side.commit(SHINJUKU, adopted());

        assertThat(row(SHINJUKU, onboarded).template()).isNull();
        var reply = side.get(Callers.of(SHINJUKU, Role.AUDITOR), "/v1/municipalities/131041");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().getETag()).isEqualTo("\"1\"");
        assertThat(reply.text())
                .isEqualTo(
                        "{\"code\":\"131041\",\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku City\","
                                + "\"kind\":\"special_ward\",\"template\":{\"id\":\""
                                + BuiltInTemplates.SHINJUKU
                                + "\",\"version\":1}}");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void aMunicipalityThatNobodyOnboardedIsNotFound() {
        var reply = side.get(Callers.of(SHINJUKU, Role.AUDITOR), "/v1/municipalities/131041");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("municipality-not-found");
    }

    @Test
    void aMunicipalityIsNotFoundAsOfADayBeforeItsOnboarding() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        var before =
                side.get(
                        Callers.of(SHINJUKU, Role.AUDITOR),
                        "/v1/municipalities/131041?asOf=2026-03-31");
        var that =
                side.get(
                        Callers.of(SHINJUKU, Role.AUDITOR),
                        "/v1/municipalities/131041?asOf=2026-04-01");

        assertThat(before.status()).isEqualTo(404);
        assertThat(that.status()).isEqualTo(200);
    }

    @Test
    void theOperatorListsAllMunicipalitiesByCodePageByPage() {
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya City"));
        side.commit(CHIYODA, onboarded(CHIYODA, "千代田区", "Chiyoda City"));
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        var first = side.get(Callers.operator(), "/v1/municipalities?limit=2");
        String cursor = first.json().path("nextCursor").asString();
        var second = side.get(Callers.operator(), "/v1/municipalities?limit=2&cursor=" + cursor);

        assertThat(first.items("code")).containsExactly("131016", "131041");
        assertThat(second.items("code")).containsExactly("131130");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void asOfADayThoseAreListedThatWereOnboardedByThenAsTheyWere() {
        side.at(Instant.parse("2026-04-01T00:00:00Z"));
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya City"));
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHIBUYA, adopted());
        side.commit(CHIYODA, onboarded(CHIYODA, "千代田区", "Chiyoda City"));

        var then = side.get(Callers.operator(), "/v1/municipalities?asOf=2026-04-30");
        assertThat(then.items("code")).containsExactly("131130");
        assertThat(then.json().path("items").path(0).path("template").isNull()).isTrue();
        assertThat(side.get(Callers.operator(), "/v1/municipalities?asOf=2026-03-31").items("code"))
                .isEmpty();
        var now = side.get(Callers.operator(), "/v1/municipalities?limit=1&asOf=2026-05-01");
        assertThat(now.items("code")).containsExactly("131016");
        assertThat(now.json().path("nextCursor").isNull()).isFalse();
    }

    @Test
    void anOperatorSeesOnlyMunicipalitiesForWhichItsIssuerMaySpeak() {
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya City"));
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        var reply = side.get(Callers.operator(SHIBUYA), "/v1/municipalities?limit=1");

        assertThat(reply.items("code")).containsExactly("131130");
        assertThat(reply.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void nobodyElseListsMunicipalities() {
        var reply = side.get(Callers.of(SHINJUKU, Role.ADMINISTRATOR), "/v1/municipalities");

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void anotherMunicipalityIsNotFound() {
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya City"));

        var reply = side.get(Callers.of(SHINJUKU, Role.AUDITOR), "/v1/municipalities/131130");

        assertThat(reply.status()).isEqualTo(404);
    }

    private MunicipalityRow row(MunicipalityCode code, long sequence) {
        return side.row(
                        MunicipalityDirectory.VIEW,
                        code,
                        TenantId.derivedFrom(code).value(),
                        sequence)
                .orElseThrow();
    }
}
