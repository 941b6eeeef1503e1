package jp.tenken.kernel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import jp.tenken.kernel.Remark;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * One version of one event.
 *
 * @param name qualified and stable: {@code tenken.checklist.ItemDecided}
 * @param version from {@code 1}
 * @param payload the record that carries it
 */
public record EventType(String name, String version, Class<? extends Record> payload) {

    /**
     * What the annotation of the class says.
     *
     * @throws IllegalStateException where the class does not say namespace, name and version
     *     itself: defaults would follow the Java name, which may change
     */
    static EventType of(Class<? extends Record> payload) {
        Event event = payload.getAnnotation(Event.class);
        if (event == null
                || event.namespace().isEmpty()
                || event.name().isEmpty()
                || event.version().isEmpty()) {
            throw new IllegalStateException(payload + " does not say its namespace, name, version");
        }
        return new EventType(event.namespace() + "." + event.name(), event.version(), payload);
    }

    /** The fields that are delivered to nobody, in the payload's order; mostly none. */
    public List<String> remarks() {
        return Arrays.stream(payload.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Remark.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** A JSON document of this version as it was written once; readable for ever. UTF-8. */
    public byte[] sample() {
        String resource = "samples/%s/%s.json".formatted(name, version);
        try (InputStream in = EventType.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
