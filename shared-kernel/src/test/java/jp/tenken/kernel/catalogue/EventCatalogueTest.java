package jp.tenken.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.TextValue;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.checklist.EvidenceEvent;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.contract.ContractorEvent;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentEvent;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.Incidents;
import jp.tenken.kernel.municipality.MunicipalityEvent;
import jp.tenken.kernel.privacy.PrivacyEvent;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
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
                Stream.of(
                                MunicipalityEvent.class,
                                ContractEvent.class,
                                ContractorEvent.class,
                                ChecklistEvent.class,
                                EvidenceEvent.class,
                                IncidentEvent.class,
                                ConsultationEvent.class,
                                PrivacyEvent.class)
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

    @Test
    void aSampleHasTheFieldsOfEveryRecordInIt() {
        for (EventType type : EventCatalogue.types()) {
            assertNested(JSON.readTree(type.sample()), type.payload());
        }
    }

    @Test
    void everyContractOfAnIncidentFindsEachOfItsEvents() {
        IncidentContract one = new IncidentContract(ContractId.of("c-1"), null);
        IncidentContract other = new IncidentContract(ContractId.of("c-2"), 7);
        IncidentId incident = IncidentId.of("i-1");

        Set<Tag> tags =
                new AnnotationBasedTagResolver()
                        .resolve(
                                new GenericEventMessage(
                                        new MessageType("tenken.incident.IncidentContractAdded"),
                                        new IncidentContractAdded(
                                                incident,
                                                other,
                                                List.of(one.contractId(), other.contractId()))));

        assertThat(tags)
                .containsExactlyInAnyOrder(
                        new Tag("incident", "i-1"),
                        new Tag("contract", "c-1"),
                        new Tag("contract", "c-2"));
        assertThat(
                        new AnnotationBasedTagResolver()
                                .resolve(
                                        new GenericEventMessage(
                                                new MessageType("tenken.incident.IncidentReported"),
                                                new IncidentReported(
                                                        incident,
                                                        List.of(one, other),
                                                        Incidents.facts(),
                                                        null))))
                .isEqualTo(tags);
    }

    static List<EventType> types() {
        return EventCatalogue.types();
    }

    private static void assertNested(JsonNode sample, Class<?> record) {
        assertThat(fieldsOf(sample)).as("%s", record).isEqualTo(componentsOf(record));
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> content = contentOf(component);
            if (isNested(content)) {
                JsonNode value = sample.path(component.getName());
                for (JsonNode one : value.isArray() ? value : List.of(value)) {
                    assertNested(one, content);
                }
            }
        }
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
                .as("fields of %s", record)
                .containsExactlyElementsOf(componentsOf(record));
        assertThat(demanded).containsExactlyElementsOf(neverNull);
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(component.getName());
            boolean list = component.getType() == List.class;
            Class<?> content = contentOf(component);
            if (isNested(content)) {
                assertSchemaMatches(list ? property.path("items") : property, content);
            } else if (content.isEnum()) {
                assertThat(wordsIn(list ? property.path("items") : property))
                        .isNotEmpty()
                        .isSubsetOf(wordsOf(content));
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
            if (isNested(contentOf(component))) {
                describe(contentOf(component), indent + "  ", lines);
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
        if (raw == Instant.class) {
            return "instant";
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

    /** What a list is a list of; for anything else its own type. */
    private static Class<?> contentOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static List<String> wordsIn(JsonNode property) {
        List<String> words = new ArrayList<>();
        property.path("enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    private static List<String> wordsOf(Class<?> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> ((TextValue) word).value())
                .toList();
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
