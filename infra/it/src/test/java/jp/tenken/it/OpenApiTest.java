package jp.tenken.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.standalone.StandaloneApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    @Test
    void theServedDocumentListsExactlyTheRegisteredEndpoints(@TempDir Path data) throws Exception {
        try (var context =
                new SpringApplicationBuilder(StandaloneApplication.class)
                        .web(WebApplicationType.REACTIVE)
                        .logStartupInfo(false)
                        .run("--server.port=0", "--tenken.data=" + data)) {
            SortedSet<String> registered = context.getBean(EndpointRegistry.class).routes();
            int port = ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();

            assertThat(documented(URI.create("http://127.0.0.1:" + port)))
                    .containsExactlyElementsOf(registered);
        }
    }

    private static SortedSet<String> documented(URI address) throws Exception {
        SortedSet<String> routes = new TreeSet<>();
        try (TenkenHttp http = new TenkenHttp(address)) {
            // Closing it while it brings its content in would be an end that says ERROR.
            Await.until("health", () -> status(http, "/actuator/health") == 200);
            Reply reply = http.send(Call.get("/openapi.yaml"));
            assertThat(reply.status()).isEqualTo(200);
            Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(reply.text());
            document.getOrDefault("paths", Map.of())
                    .forEach(
                            (path, operations) ->
                                    operations.keySet().stream()
                                            .filter(METHODS::contains)
                                            .map(method -> method.toUpperCase(Locale.ROOT))
                                            .forEach(method -> routes.add(method + " " + path)));
        }
        // Health is the framework's: documented, but no endpoint of ours.
        routes.removeIf(route -> route.contains(" /actuator/"));
        return routes;
    }

    private static int status(TenkenHttp http, String path) {
        try {
            return http.send(Call.get(path)).status();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
