package jp.tenken.integration.feed;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.incident.IncidentEvent;

/**
 * Events of one municipality as CloudEvents 1.0: the same event is the same CloudEvent, whoever
 * asks, when, and by what way of delivery. Immutable.
 *
 * <p>Of the metadata nothing but the trace is given away: who did something is for the history,
 * which knows who may read it.
 */
public final class CloudEvents {

    /** Extension: the event's number within the municipality, 20 digits, without a gap. */
    public static final String SEQUENCE = "sequence";

    /** Extension: when the event was recorded, to the microsecond. */
    public static final String RECORDED_AT = "recordedat";

    /** Extension: whose event it is. */
    public static final String MUNICIPALITY = "municipalitycode";

    /** Extension: the department whose it was then; absent where it belongs to no single one. */
    public static final String DEPARTMENT = "departmentcode";

    /**
     * Extension: what must stay in order stays together. That is the municipality, because its
     * sequence counts over all of its events.
     */
    public static final String PARTITION_KEY = "partitionkey";

    /**
     * Extension: W3C {@code traceparent} of the decision (Distributed Tracing extension); absent
     * where it was not traced.
     */
    public static final String TRACEPARENT = MetadataKeys.TRACEPARENT;

    private static final String JSON = "application/json";
    private static final String INCIDENTS = IncidentEvent.NAMESPACE + ".";
    private static final String CONSULTATIONS = ConsultationEvent.NAMESPACE + ".";

    private final MunicipalityCode municipality;
    private final URI source;

    /** Of this municipality. */
    public CloudEvents(MunicipalityCode municipality) {
        this.municipality = municipality;
        this.source = URI.create("/municipalities/" + municipality.value());
    }

    /** The event, its payload as it is, but without remarks. */
    public CloudEvent of(FeedItem item) {
        FeedEvent event = item.event();
        String type = event.stored().name();
        CloudEventBuilder made =
                CloudEventBuilder.v1()
                        .withId(event.stored().id())
                        .withSource(source)
                        .withType(type)
                        .withTime(utc(event.stored().timestamp()))
                        .withDataSchema(
                                URI.create(
                                        "/schemas/%s/%s.json"
                                                .formatted(type, event.stored().version())))
                        .withExtension(SEQUENCE, "%020d".formatted(event.sequence()))
                        .withExtension(RECORDED_AT, utc(event.recordedAt()))
                        .withExtension(MUNICIPALITY, municipality.value())
                        .withExtension(PARTITION_KEY, municipality.value());
        subject(event).ifPresent(made::withSubject);
        if (item.departmentCode() != null) {
            made.withExtension(DEPARTMENT, item.departmentCode().value());
        }
        String traceparent = event.stored().metadata().get(MetadataKeys.TRACEPARENT);
        if (traceparent != null) {
            made.withExtension(TRACEPARENT, traceparent);
        }
        return made.withData(JSON, Delivered.payload(event.stored())).build();
    }

    /**
     * What the event is about: an incident or a consultation where it is one's own event, else the
     * contract, else what the municipality itself calls it by.
     */
    private static Optional<String> subject(FeedEvent event) {
        String type = event.stored().name();
        if (type.startsWith(INCIDENTS)) {
            return event.firstTagged(Tags.INCIDENT);
        }
        if (type.startsWith(CONSULTATIONS)) {
            return event.firstTagged(Tags.CONSULTATION);
        }
        return Stream.of(Tags.CONTRACT, Tags.POLICY_EDITION, Tags.CONTRACTOR, Tags.DEPARTMENT)
                .flatMap(key -> event.firstTagged(key).stream())
                .findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
