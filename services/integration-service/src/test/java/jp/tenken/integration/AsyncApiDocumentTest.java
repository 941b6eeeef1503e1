package jp.tenken.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The AsyncAPI document says which events there are: those of the catalogue, no more, no less. */
class AsyncApiDocumentTest {

    private final Map<?, ?> document = document();

    @Test
    void theMessagesAreTheEventsOfTheCatalogue() {
        assertThat(names(at(document, "components", "messages")))
                .as("components.messages")
                .containsExactlyInAnyOrderElementsOf(catalogued());
        assertThat(names(at(document, "channels", "events", "messages")))
                .as("channels.events.messages")
                .containsExactlyInAnyOrderElementsOf(catalogued());
    }

    @Test
    void everyMessageCarriesItsNameAndTheSchemaOfItsNewestVersion() {
        for (EventType type : EventCatalogue.types()) {
            Map<?, ?> message = at(document, "components", "messages", type.name());
            assertThat(message.get("name")).isEqualTo(type.name());
            assertThat(at(message, "payload").get("$ref"))
                    .isEqualTo("/schemas/%s/%s.json".formatted(type.name(), type.version()));
            assertThat(at(document, "channels", "events", "messages", type.name()).get("$ref"))
                    .isEqualTo("#/components/messages/" + type.name());
        }
    }

    private static List<String> catalogued() {
        return EventCatalogue.types().stream().map(EventType::name).toList();
    }

    private static List<String> names(Map<?, ?> messages) {
        return messages.keySet().stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> at(Map<?, ?> node, String... path) {
        Map<?, ?> found = node;
        for (String step : path) {
            assertThat(found.get(step)).as("%s in %s", step, path).isInstanceOf(Map.class);
            found = (Map<?, ?>) Objects.requireNonNull(found.get(step));
        }
        return found;
    }

    private static Map<?, ?> document() {
        try (InputStream in =
                AsyncApiDocumentTest.class.getResourceAsStream("/tenken/docs/asyncapi.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
