package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.edge.OpenApiDocument;
import jp.tenken.eventstore.Commit;
import jp.tenken.projections.ViewState;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The assembled program in this process: what it offers, what a first start brings, what a restart
 * keeps.
 */
class StandaloneTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path data;

    @Test
    void everyEndpointIsInTheContractAndEveryOperationOfTheContractIsThere() throws Exception {
        try (ConfigurableApplicationContext program = start()) {
            healthy(program);
            assertThat(program.getBean(EndpointRegistry.class).routes())
                    .isEqualTo(OpenApiDocument.load().routes());
        }
    }

    @Test
    void aRestartKeepsTheContentBringsNoneAgainAndARebuildArrivesAtTheSameViews() throws Exception {
        List<Commit> first;
        try (ConfigurableApplicationContext program = start()) {
            healthy(program);
            first = commits(program);
            assertThat(first.getLast().header().lastPosition()).isGreaterThan(24);
        }
        try (ConfigurableApplicationContext program = start("--tenken.rebuild=true")) {
            healthy(program);
            assertThat(commits(program)).isEqualTo(first);
            assertThat(program.getBean(TenkenRuntime.class).projections().statuses())
                    .isNotEmpty()
                    .allSatisfy(view -> assertThat(view.lag()).isZero())
                    .extracting(ViewStatus::state)
                    .doesNotContain(ViewState.FAILED);
        }
    }

    @Test
    void viewsThatWereThrownAwayAreThereAgainAfterTheNextStart() throws Exception {
        try (ConfigurableApplicationContext program = start()) {
            healthy(program);
        }
        try (var files = Files.list(data)) {
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith("views")).toList()) {
                Files.delete(file);
            }
        }
        try (ConfigurableApplicationContext program = start()) {
            healthy(program);
            TenkenRuntime runtime = program.getBean(TenkenRuntime.class);
            runtime.projections().awaitCaughtUp().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(runtime.projections().statuses())
                    .isNotEmpty()
                    .allSatisfy(
                            view -> assertThat(view.position()).isEqualTo(runtime.log().head()));
        }
    }

    private ConfigurableApplicationContext start(String... more) {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--server.port=0";
        arguments[1] = "--tenken.data=" + data;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return application.run(arguments);
    }

    private static void healthy(ConfigurableApplicationContext program) throws Exception {
        URI health =
                URI.create(
                        "http://127.0.0.1:%s/actuator/health"
                                .formatted(
                                        program.getEnvironment().getProperty("local.server.port")));
        Instant giveUp = Instant.now().plus(PATIENCE);
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = 0;
            while (status != 200 && Instant.now().isBefore(giveUp)) {
                status =
                        http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                                .statusCode();
            }
            assertThat(status).isEqualTo(200);
        }
    }

    private static List<Commit> commits(ConfigurableApplicationContext program) throws Exception {
        return program.getBean(TenkenRuntime.class)
                .log()
                .read(0, 10_000)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .commits();
    }
}
