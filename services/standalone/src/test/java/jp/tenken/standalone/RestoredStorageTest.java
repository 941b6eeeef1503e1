package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tenken.runtime.TenkenRuntime;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A storage is restored from a backup, and events that others have read are lost. After the
 * operator's command everybody notices: who follows the feed is told, views show what happened and
 * nothing else.
 */
class RestoredStorageTest {

    private static final List<String> SHINJUKU = List.of("131041");
    private static final String BASE = "/v1/municipalities/131041";
    private static final String CURSOR = "Tenken-Next-Cursor";
    private static final String LOST = BASE + "/departments/0999";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(MoveEngine.class)
    void afterTheCommandCursorsFromBeforeAreGoneAndViewsShowWhatTheLogHolds(MoveEngine engine)
            throws Exception {
        House house = engine.in(folder);
        try (StartedProgram program = house.start()) {
            assertThat(departments(program)).isNotEmpty();
        }
        House.Backup backup = house.backUp();
        JsonNode asBackedUp;
        String early;
        String late;
        try (StartedProgram program = house.start()) {
            asBackedUp = departments(program);
            early = cursor(program, "?limit=3");
            String administrator = program.token(SHINJUKU, "administrator");
            program.writes(administrator, LOST, "{\"nameJa\":\"幻課\",\"nameEn\":\"Ghost\"}");
            assertThat(departments(program)).hasSize(asBackedUp.size() + 1);
            late = cursor(program, "?limit=500");
            if (house.shared()) {
                refusesAStorageWhoseViewsAreKept(house);
            }
        }

        backup.restore();
        Ran ran = Ran.of(house.settings(), "new-epoch");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("410 cursor-expired", "カーソル");

        try (StartedProgram program = house.start()) {
            for (String before : List.of(early, late)) {
                HttpResponse<String> gone = pull(program, "?after=" + before);
                assertThat(gone.statusCode()).isEqualTo(410);
                assertThat(gone.body()).contains("\"code\":\"cursor-expired\"");
            }
            assertThat(departments(program)).isEqualTo(asBackedUp);
            String fresh = cursor(program, "?limit=500");
            assertThat(pull(program, "?after=" + fresh).body()).isEqualTo("[]");
            String administrator = program.token(SHINJUKU, "administrator");
            program.writes(administrator, LOST, "{\"nameJa\":\"実課\",\"nameEn\":\"Real\"}");
            assertThat(events(pull(program, "?after=" + fresh))).hasSize(1);
        }
    }

    private static void refusesAStorageWhoseViewsAreKept(House house) {
        Ran refused = Ran.of(house.settings(), "new-epoch");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("storage-unusable: ").contains("stop all services");
    }

    /** As the view shows them once it has read the log to its end. */
    private static JsonNode departments(StartedProgram program) throws Exception {
        program.bean(TenkenRuntime.class)
                .projections()
                .awaitCaughtUp()
                .get(StartedProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return program.reads(program.officer(SHINJUKU), BASE + "/departments").path("items");
    }

    private static String cursor(StartedProgram program, String parameters) throws Exception {
        HttpResponse<String> page = pull(program, parameters);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(events(page)).isNotEmpty();
        return page.headers().firstValue(CURSOR).orElseThrow();
    }

    private static HttpResponse<String> pull(StartedProgram program, String parameters)
            throws Exception {
        return program.asks(program.token(SHINJUKU, "integrator"), BASE + "/events" + parameters);
    }

    private static JsonNode events(HttpResponse<String> page) {
        return JsonMapper.builder().build().readTree(page.body());
    }
}
