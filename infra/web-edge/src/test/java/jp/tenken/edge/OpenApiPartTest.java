package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class OpenApiPartTest {

    private final OpenApiDocument whole = OpenApiDocument.load();

    @Test
    void everythingServedLeavesTheDocumentAsItIs() {
        assertThat(whole.of(whole.routes()).bytes()).isEqualTo(whole.bytes());
    }

    @Test
    void onlyWhatIsServedIsLeft() {
        Set<String> served = Set.of("GET /v1/municipalities/{code}", "GET /openapi.yaml");

        OpenApiDocument part = whole.of(served);

        assertThat(part.routes()).isEqualTo(served);
        Map<String, Object> content =
                new Yaml().load(new String(part.bytes(), StandardCharsets.UTF_8));
        assertThat(content).containsKeys("openapi", "info", "components");
        assertThat(content.get("paths"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(
                        "/v1/municipalities/{code}",
                        "/openapi.yaml",
                        "/actuator/health",
                        "/actuator/prometheus");
    }
}
