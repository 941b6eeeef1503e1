package jp.tenken.integration.feed;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * CloudEvents in their JSON format, alone or as a batch. JSON payloads go in as the bytes they are:
 * they are neither read nor written anew, so a receiver gets what {@link CloudEvents} put in.
 */
public final class CloudEventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int EVENT_BYTES = 1_024;

    private CloudEventJson() {}

    /** One event, UTF-8. */
    public static byte[] event(CloudEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(EVENT_BYTES);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            write(event, json);
        }
        return bytes.toByteArray();
    }

    /** Some events in their order, UTF-8; none is an empty array. */
    public static byte[] batch(Collection<CloudEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(EVENT_BYTES * (events.size() + 1));
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartArray();
            events.forEach(event -> write(event, json));
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void write(CloudEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("specversion", event.getSpecVersion().toString());
        for (String name : event.getAttributeNames()) {
            Object value = event.getAttribute(name);
            if (value != null && !name.equals("specversion")) {
                json.writeStringProperty(name, text(value));
            }
        }
        for (String name : new TreeSet<>(event.getExtensionNames())) {
            json.writeStringProperty(name, text(Objects.requireNonNull(event.getExtension(name))));
        }
        data(event.getData(), json);
        json.writeEndObject();
    }

    private static void data(@Nullable CloudEventData data, JsonGenerator json) {
        byte[] bytes = data == null ? new byte[0] : data.toBytes();
        if (bytes.length > 0) {
            json.writeName("data");
            json.writeRawValue(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    // A timestamp's own text leaves out seconds that are zero, which RFC 3339 does not.
    private static String text(Object value) {
        return value instanceof OffsetDateTime time
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
                : value.toString();
    }
}
