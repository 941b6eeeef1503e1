package jp.tenken.runtime.privacy;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tenken.edge.RecordedEvents.RecordedEvent;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggedEventsTest {

    private static final TenantId SHINJUKU = TenantId.of("shinjuku");
    private static final ContractId CONTRACT = ContractId.of("c-1");

    private final InMemoryCommitLog engine = new InMemoryCommitLog();
    private final PayloadJson json = new PayloadJson();
    private final CataloguedPayloads payloads = new CataloguedPayloads(json, Upcasters.NONE);
    private EventLog log;

    @BeforeEach
    void open() {
        log = value(EventLog.open(engine, Set.of(), Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        log.close();
        engine.close();
    }

    @Test
    void anEventIsFoundByItsIdWithTheKeysOfItsTexts() {
        append(
                "shinjuku",
                "e-1",
                new ChecklistSentBack(CONTRACT, 1, new SealedText("key-1", "abc"), null));
        for (int i = 0; i < 2_500; i++) {
            append("shinjuku", "r-" + i, new ItemReconfirmed(CONTRACT, 1, ItemCode.of("OPS-01")));
        }
        append(
                "shinjuku",
                "e-2",
                new ChecklistSentBack(CONTRACT, 2, new SealedText("key-2", "abc"), null));

        assertThat(find("e-1"))
                .contains(
                        new RecordedEvent(
                                "e-1", "tenken.checklist.ChecklistSentBack", List.of("key-1")));
        assertThat(find("e-2").orElseThrow().keyIds()).containsExactly("key-2");
        assertThat(find("r-2499"))
                .contains(
                        new RecordedEvent("r-2499", "tenken.checklist.ItemReconfirmed", List.of()));
        assertThat(find("e-3")).isEmpty();
    }

    @Test
    void theEventsOfOthersAreNotFound() {
        append(
                "shibuya",
                "e-1",
                new ChecklistSentBack(CONTRACT, 1, new SealedText("key-1", "abc"), null));
        assertThat(find("e-1")).isEmpty();
    }

    @Test
    void textsAreFoundWhereverTheyStandInAnEvent() {
        EventType reported =
                EventCatalogue.find(EventCatalogue.nameOf(IncidentReported.class)).orElseThrow();
        assertThat(SealedKeys.canBeIn(IncidentReported.class)).isTrue();
        assertThat(SealedKeys.canBeIn(ItemReconfirmed.class)).isFalse();
        // The summary, and the kinds of data concerned.
        assertThat(SealedKeys.of(json.read(reported.sample(), reported.payload()))).hasSize(2);
    }

    @Test
    void everySampleWithAKeyIsKnownToHoldTexts() {
        for (EventType type : EventCatalogue.types()) {
            String sample = new String(type.sample(), java.nio.charset.StandardCharsets.UTF_8);
            boolean holds = !SealedKeys.of(json.read(type.sample(), type.payload())).isEmpty();
            assertThat(holds).as(type.name()).isEqualTo(sample.contains("\"sealed\""));
            assertThat(!holds || SealedKeys.canBeIn(type.payload())).as(type.name()).isTrue();
        }
    }

    private Optional<RecordedEvent> find(String eventId) {
        return new LoggedEvents(log, payloads)
                .find(SHINJUKU, eventId)
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();
    }

    private void append(String tenant, String id, Record event) {
        value(
                log.appender()
                        .append(
                                new AppendRequest(
                                        tenant,
                                        UUID.randomUUID(),
                                        AppendRequest.FRESH_ID,
                                        List.of(stored(id, event)),
                                        null)));
    }

    private StoredEvent stored(String id, Record event) {
        return new StoredEvent(
                id,
                EventCatalogue.nameOf(event.getClass()),
                "1",
                Clock.systemUTC().instant(),
                List.of(),
                Map.of(),
                json.write(event),
                new byte[StoredEvent.SALT_LENGTH]);
    }
}
