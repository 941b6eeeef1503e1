package jp.tenken.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.OpenedTexts;
import jp.tenken.edge.ShownNames;
import jp.tenken.eventstore.tck.InMemoryViewStore;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewReader;
import jp.tenken.runtime.json.PayloadJson;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import reactor.core.publisher.Mono;

/** The OpenAPI document says of every endpoint what may be asked and what is answered. */
class OpenApiAgreesTest {

    private final Map<String, Object> document = document();

    @Test
    void everyEndpointIsDocumentedWithItsParametersAndMediaTypes() {
        try (InMemoryViewStore store = new InMemoryViewStore()) {
            List<Endpoint> endpoints =
                    new QueryService(
                                    new QueryService.Readers() {
                                        @Override
                                        public <R> ViewReader<R> of(View<R> view) {
                                            return ViewReader.of(view, store, new PayloadJson());
                                        }
                                    },
                                    InstantSource.system(),
                                    (tenant, subjects) -> Mono.just(new ShownNames(Map.of())),
                                    (tenant, texts) -> Mono.just(new OpenedTexts(Map.of())))
                            .endpoints();

            assertThat(endpoints).hasSize(27);
            assertThat(endpoints).allSatisfy(this::agrees);
        }
    }

    private void agrees(Endpoint endpoint) {
        Map<?, ?> path = at(document, "paths", endpoint.template());
        Map<?, ?> operation = at(path, endpoint.method().name().toLowerCase(Locale.ROOT));
        TreeSet<String> named = new TreeSet<>();
        for (Object each : (Collection<?>) Objects.requireNonNull(operation.get("parameters"))) {
            Map<?, ?> parameter = resolved((Map<?, ?>) each);
            if ("query".equals(parameter.get("in"))) {
                named.add(String.valueOf(parameter.get("name")));
            }
        }
        assertThat(named).as("%s", endpoint).isEqualTo(new TreeSet<>(endpoint.parameters()));
        Map<?, ?> answer = resolved(at(operation, "responses", "200"));
        assertThat(new TreeSet<>(at(answer, "content").keySet()))
                .as("%s", endpoint)
                .isEqualTo(
                        new TreeSet<Object>(
                                endpoint.types().stream().map(MediaType::toString).toList()));
    }

    private Map<?, ?> resolved(Map<?, ?> node) {
        Object reference = node.get("$ref");
        return reference == null
                ? node
                : at(document, reference.toString().substring(2).split("/", -1));
    }

    private static Map<?, ?> at(Map<?, ?> node, String... path) {
        Map<?, ?> found = node;
        for (String step : path) {
            assertThat(found.get(step)).as("%s in %s", step, path).isInstanceOf(Map.class);
            found = (Map<?, ?>) Objects.requireNonNull(found.get(step));
        }
        return found;
    }

    private static Map<String, Object> document() {
        try (InputStream in =
                OpenApiAgreesTest.class.getResourceAsStream("/tenken/docs/openapi.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
