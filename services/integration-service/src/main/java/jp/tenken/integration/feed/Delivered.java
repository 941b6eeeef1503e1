package jp.tenken.integration.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.kernel.Remark;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a payload leaves the house: everything but {@linkplain Remark remarks}. Sealed texts stay
 * sealed; a payload without a remark goes out as the bytes that were stored.
 */
final class Delivered {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, List<String>> REMARKS =
            EventCatalogue.types().stream()
                    .filter(type -> !type.remarks().isEmpty())
                    .collect(Collectors.toUnmodifiableMap(EventType::name, EventType::remarks));

    private Delivered() {}

    /** The payload of an event, JSON in UTF-8. */
    static byte[] payload(StoredEvent event) {
        List<String> remarks = REMARKS.getOrDefault(event.name(), List.of());
        if (remarks.isEmpty()) {
            return event.payload();
        }
        JsonNode payload = MAPPER.readTree(event.payload());
        if (!(payload instanceof ObjectNode fields)
                || remarks.stream().noneMatch(fields::hasNonNull)) {
            return event.payload();
        }
        remarks.forEach(fields::remove);
        return MAPPER.writeValueAsBytes(fields);
    }
}
