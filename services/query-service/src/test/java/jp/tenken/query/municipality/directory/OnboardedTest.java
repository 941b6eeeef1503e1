package jp.tenken.query.municipality.directory;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.onboarded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.Role;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is read of a municipality that is none, or was not yet. */
class OnboardedTest {

    private static final String PATH = "/v1/municipalities/131041";
    private static final List<String> LISTS =
            List.of(
                    "",
                    "/contracts",
                    "/departments",
                    "/approval-path",
                    "/status",
                    "/departments/0101/status",
                    "/history",
                    "/incidents",
                    "/consultations",
                    "/contractors",
                    "/templates",
                    "/policy-editions");
    private static final List<String> THINGS =
            List.of(
                    "/contracts/c1",
                    "/contracts/c1/checklist",
                    "/contracts/c1/history",
                    "/incidents/i1",
                    "/consultations/k1",
                    "/contractors/x1");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aMunicipalityThatWasNeverOnboardedIsNotFound() {
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya City"));

        for (String path : LISTS) {
            assertThat(code(path, "")).as(path).isEqualTo("404 municipality-not-found");
        }
        for (String path : THINGS) {
            assertThat(code(path, "")).as(path).isEqualTo("404 municipality-not-found");
        }
    }

    @Test
    void beforeItsOnboardingItIsNotFoundEither() {
        side.at(Instant.parse("2026-04-10T00:00:00Z"));
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        for (String path : LISTS) {
            if (!path.equals("/departments/0101/status") && !path.equals("/approval-path")) {
                assertThat(code(path, "")).as(path).isEqualTo("200 ");
                assertThat(code(path, "?asOf=2026-04-10")).as(path).isEqualTo("200 ");
            }
            assertThat(code(path, "?asOf=2026-04-09"))
                    .as(path)
                    .isEqualTo("404 municipality-not-found");
        }
    }

    @Test
    void itIsFoundAsSoonAsItIsOnboarded() {
        assertThat(code("/contracts", "")).isEqualTo("404 municipality-not-found");

        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));

        assertThat(code("/contracts", "")).isEqualTo("200 ");
    }

    @Test
    void permissionIsAskedBeforeExistence() {
        for (String path : LISTS) {
            var foreign = side.get(Callers.of(SHIBUYA, Role.AUDITOR), PATH + path);
            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.text())
                    .as("whoever belongs elsewhere is told the same of both: " + path)
                    .isEqualTo(foreignAnswerOnceOnboarded(path));
        }
        assertThat(side.get(Callers.of(SHINJUKU, Role.INTEGRATOR), PATH + "/contracts").status())
                .isEqualTo(403);
    }

    private static String foreignAnswerOnceOnboarded(String path) {
        try (ReadSide other = new ReadSide()) {
            other.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
            return other.get(Callers.of(SHIBUYA, Role.AUDITOR), PATH + path).text();
        }
    }

    private String code(String path, String query) {
        var reply = side.get(Callers.of(SHINJUKU, Role.AUDITOR), PATH + path + query);
        return reply.status() + " " + (reply.status() == 200 ? "" : reply.code());
    }
}
