package jp.tenken.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tenken.edge.security.SigningKeyStore;
import jp.tenken.edge.security.TryOutIssuer;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.storage.sqlite.SqliteStorage;

/**
 * A running program with the content of the try-out and, in two municipalities, a contract more.
 *
 * @param process the child
 * @param address where it answers
 * @param http with it
 * @param folder for its data and its output
 * @param expiredToken signed by its own key, good until an hour ago
 * @param contract of 131041/0101
 * @param elsewhere the contract of 131130/0101
 */
record RunningTenken(
        TenkenProcess process,
        URI address,
        TenkenHttp http,
        Path folder,
        String expiredToken,
        String contract,
        String elsewhere)
        implements AutoCloseable {

    static final String SHINJUKU = "131041";
    static final String SHIBUYA = "131130";
    static final String DEPARTMENT = "0101";

    /** A registration that is as it must be. */
    static final Map<String, Object> REGISTRATION =
            Map.of(
                    "contractNumber",
                    "IT-0001",
                    "title",
                    "集計業務委託",
                    "departmentCode",
                    DEPARTMENT,
                    "contractor",
                    Map.of("name", "株式会社見本データ"),
                    "period",
                    Map.of("from", "2026-04-01", "to", "2027-03-31"));

    static RunningTenken start() {
        try {
            Path folder = Files.createTempDirectory("tenken-it");
            String expired = expiredToken(folder.resolve("data"));
            TenkenProcess process =
                    TenkenProcess.launch(folder.resolve("data"), 0, folder.resolve("output.txt"));
            URI address = process.awaitHealthy();
            TenkenHttp http = new TenkenHttp(address);
            return new RunningTenken(
                    process,
                    address,
                    http,
                    folder,
                    expired,
                    register(http, SHINJUKU),
                    register(http, SHIBUYA));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Reply send(Call call) throws IOException {
        return http.send(call);
    }

    /** A token of the department that has the contracts. */
    String staff(String municipality) throws IOException {
        return http.token(Identity.staff("it-staff", municipality, DEPARTMENT));
    }

    /** A token with a role for a whole municipality. */
    String token(String role, String municipality) throws IOException {
        return http.token(Identity.of(role, municipality));
    }

    /** How many events the log holds. */
    long events() throws IOException {
        Reply health = send(Call.get("/actuator/health"));
        assertThat(health.status()).isEqualTo(200);
        for (var component : health.json().path("components")) {
            if (component.path("details").has("events")) {
                return component.path("details").path("events").asLong();
            }
        }
        throw new AssertionError("health names no events: " + health);
    }

    @Override
    public void close() {
        http.close();
        process.close();
    }

    /**
     * The program keeps its key in the vault, so a token can be made there before it first runs.
     */
    private static String expiredToken(Path data) {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
        try (SqliteStorage storage = SqliteStorage.open(data, Clock.systemUTC())) {
            return Await.value(TryOutIssuer.open(SigningKeyStore.in(storage.vault()), earlier))
                    .token(
                            new TryOutIssuer.Content(
                                    "it-staff",
                                    null,
                                    List.of(SHINJUKU),
                                    List.of("department-staff"),
                                    List.of(SHINJUKU + "/" + DEPARTMENT),
                                    List.of()));
        }
    }

    private static String register(TenkenHttp http, String municipality) throws IOException {
        String token = http.token(Identity.staff("it-staff", municipality, DEPARTMENT));
        Reply reply =
                http.send(
                        Call.post("/v1/municipalities/" + municipality + "/contracts", REGISTRATION)
                                .as(token));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().path("id").asString();
    }
}
