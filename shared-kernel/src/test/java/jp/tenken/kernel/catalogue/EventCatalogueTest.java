package jp.tenken.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tenken.kernel.TextValue;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.municipality.MunicipalityEvent;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names, versions and fields of events are for ever: a difference here means that old logs, feeds
 * and subscribers would no longer understand.
 */
class EventCatalogueTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theCommittedListNamesEveryEventWithItsVersionAndFields() throws IOException {
        List<String> lines = new ArrayList<>();
        for (EventType type : EventCatalogue.types()) {
            lines.add(type.name() + " " + type.version());
            describe(type.payload(), "  ", lines);
        }

        String committed = new String(resource("/catalogue/events.txt"), StandardCharsets.UTF_8);
        assertThat(committed.lines().filter(line -> !line.startsWith("#")).toList())
                .as("the list should read:%n%s", String.join("\n", lines))
                .isEqualTo(lines);
    }

    @Test
    void everyEventOfEveryAreaIsListedOnce() {
        List<Class<?>> declared =
                Stream.of(MunicipalityEvent.class, ContractEvent.class, ChecklistEvent.class)
                        .<Class<?>>flatMap(area -> Arrays.stream(area.getPermittedSubclasses()))
                        .toList();

        List<Class<?>> listed = new ArrayList<>();
        EventCatalogue.types().forEach(type -> listed.add(type.payload()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(EventCatalogue.types()).extracting(EventType::name).doesNotHaveDuplicates();
    }

    @Test
    void anEventIsFoundByItsStableName() {
        assertThat(EventCatalogue.find("tenken.checklist.ItemDecided"))
                .get()
                .extracting(EventType::version)
                .isEqualTo("1");
        assertThat(EventCatalogue.find("tenken.checklist.Unheard")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleHasEveryFieldOfTheRecord(EventType type) {
        assertThat(fieldsOf(JSON.readTree(type.sample())))
                .containsExactlyElementsOf(componentsOf(type.payload()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaDescribesEveryFieldAndDemandsThoseThatAreNeverNull(EventType type)
            throws IOException {
        JsonNode schema =
                JSON.readTree(
                        resource("/schemas/%s/%s.json".formatted(type.name(), type.version())));

        assertThat(schema.path("title").asString()).isEqualTo(type.name());
        assertSchemaMatches(schema, type.payload());
    }

    @ParameterizedTest
    @MethodSource("types")
    void noPayloadNamesATenantOrAnActorAndEveryEventCanBeFoundByATag(EventType type) {
        assertThat(componentsOf(type.payload())).doesNotContain("tenant", "tenantId", "actor");
        assertThat(type.payload().getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(EventTag.class));
    }

    static List<EventType> types() {
        return EventCatalogue.types();
    }

    private static void assertSchemaMatches(JsonNode schema, Class<?> record) {
        List<String> demanded = new ArrayList<>();
        schema.path("required").forEach(name -> demanded.add(name.asString()));
        List<String> neverNull =
                Arrays.stream(record.getRecordComponents())
                        .filter(component -> !isNullable(component))
                        .map(RecordComponent::getName)
                        .toList();

        assertThat(fieldsOf(schema.path("properties")))
                .containsExactlyElementsOf(componentsOf(record));
        assertThat(demanded).containsExactlyElementsOf(neverNull);
        for (RecordComponent component : record.getRecordComponents()) {
            if (isNested(component.getType())) {
                assertSchemaMatches(
                        schema.path("properties").path(component.getName()), component.getType());
            }
        }
    }

    private static void describe(Class<?> record, String indent, List<String> lines) {
        for (RecordComponent component : record.getRecordComponents()) {
            String optional = isNullable(component) ? "?" : "";
            lines.add(
                    indent
                            + component.getName()
                            + optional
                            + ": "
                            + wireType(component.getGenericType()));
            if (isNested(component.getType())) {
                describe(component.getType(), indent + "  ", lines);
            }
        }
    }

    private static String wireType(Type type) {
        if (type instanceof ParameterizedType list) {
            return "array of " + wireType(list.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class || TextValue.class.isAssignableFrom(raw)) {
            return "string";
        }
        if (raw == LocalDate.class) {
            return "date";
        }
        if (raw == int.class || raw == Integer.class) {
            return "integer";
        }
        if (raw == Boolean.class) {
            return "boolean";
        }
        assertThat(raw.isRecord()).as("%s has a form on the wire", raw).isTrue();
        return "object";
    }

    private static boolean isNested(Class<?> type) {
        return type.isRecord() && !TextValue.class.isAssignableFrom(type);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<String> componentsOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static List<String> fieldsOf(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EventCatalogueTest.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }
}
