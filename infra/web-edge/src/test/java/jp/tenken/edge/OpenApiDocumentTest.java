package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class OpenApiDocumentTest {

    private final OpenApiDocument document = OpenApiDocument.load();
    private final Map<String, Object> content =
            new Yaml().load(new String(document.bytes(), StandardCharsets.UTF_8));

    @Test
    void itIsServedAsItIs() {
        EdgeServer.Reply reply = EdgeServer.shared().get("/openapi.yaml").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/yaml");
        assertThat(reply.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(document.bytes());
    }

    @Test
    void itListsTheEdgesOwnDocumentsAndLeavesOutWhatOthersServe() {
        SortedSet<String> open = new TreeSet<>();
        for (Endpoint endpoint : EdgeServer.shared().bean(EndpointRegistry.class).endpoints()) {
            if (endpoint.action() == null) {
                open.add(endpoint.route());
            }
        }
        assertThat(document.routes())
                .containsAll(open)
                .contains("POST /dev/tokens", "PUT /v1/municipalities/{code}")
                .doesNotContain("GET /actuator/health");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>(List.of(content));
        while (!open.isEmpty()) {
            Object node = open.pop();
            if (node instanceof Map<?, ?> map) {
                if (map.get("$ref") instanceof String reference) {
                    references.add(reference);
                }
                map.values().stream().filter(value -> value != null).forEach(open::push);
            } else if (node instanceof List<?> list) {
                list.stream().filter(value -> value != null).forEach(open::push);
            }
        }
        assertThat(references).hasSizeGreaterThan(50);
        for (String reference : references) {
            Object node = content;
            for (String step : reference.substring("#/".length()).split("/", -1)) {
                node = node instanceof Map<?, ?> map ? map.get(step) : null;
            }
            assertThat(node).as(reference).isNotNull();
        }
    }

    @Test
    void everyOperationIsNamedInBothLanguages() {
        for (Object operations : ((Map<?, ?>) content.getOrDefault("paths", Map.of())).values()) {
            ((Map<?, ?>) operations)
                    .forEach(
                            (method, operation) -> {
                                if (operation instanceof Map<?, ?> details) {
                                    assertThat(String.valueOf(details.get("summary")))
                                            .as("%s", details.get("operationId"))
                                            .matches("[^/]+ / .*\\p{IsHan}.*");
                                }
                            });
        }
    }
}
