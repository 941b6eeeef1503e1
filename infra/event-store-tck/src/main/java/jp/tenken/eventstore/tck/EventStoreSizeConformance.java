package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.CommitSize;
import org.junit.jupiter.api.Test;

/**
 * How large an append may be. What is larger is refused alone: a write that an engine refuses is
 * lost for everybody in it.
 */
abstract class EventStoreSizeConformance extends EventStoreStage {

    /** Three bytes a letter in UTF-8, as in most texts of a municipality. */
    private static final String LONG_TEXT = "検".repeat(8_000);

    @Test
    protected void whatIsTooLargeIsRefusedBeforeAnythingIsWritten() {
        EventStoreRig rig = shared();
        assertRefused(
                rig.append(NORTH, null, events(Commit.MAX_EVENTS + 1, "Many")), Reason.OVERSIZE);
        assertRefused(
                rig.append(NORTH, null, event("Huge", new byte[Commit.MAX_BYTES + 1])),
                Reason.OVERSIZE);
        assertThat(faulty.attempts()).isEmpty();

        assertThat(
                        Await.value(rig.append(NORTH, null, events(Commit.MAX_EVENTS, "Most")))
                                .lastPosition())
                .isEqualTo(Commit.MAX_EVENTS);
    }

    @Test
    protected void whatIsTooLargeOnlyWithItsMetadataIsRefusedAndHarmsNobody() {
        StoredEvent half = event("Half", new byte[Commit.MAX_BYTES / 2]);
        refusedAmongOthers(
                new StoredEvent(
                        half.id(),
                        half.name(),
                        half.version(),
                        half.timestamp(),
                        half.tags(),
                        Map.of("note", "x".repeat(Commit.MAX_BYTES / 2)),
                        half.payload(),
                        half.salt()));
    }

    @Test
    protected void whatIsTooLargeOnlyWithWhatItIsFoundByIsRefusedAndHarmsNobody() {
        refusedAmongOthers(event("Tagged", tags("topic", Commit.MAX_BYTES / 2)));
        refusedAmongOthers(event("Chained", tags(CommitFixtures.CHAIN, Commit.MAX_BYTES / 4)));
        refusedAmongOthers(event("N".repeat(Commit.MAX_BYTES / 4)));
    }

    private void refusedAmongOthers(StoredEvent huge) {
        EventStoreRig rig = shared();
        long head = rig.appender().head();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        int before = faulty.attempts().size();
        faulty.script(Fault.heldBack(gate));
        List<CompletableFuture<AppendReceipt>> others = new ArrayList<>();
        others.add(rig.append(NORTH, null, event("First")));
        Await.until("the first write is under way", () -> faulty.attempts().size() > before);
        others.add(rig.append(SOUTH, null, event("Beside")));
        CompletableFuture<AppendReceipt> refused = rig.append(NORTH, null, huge);
        others.add(rig.append(NORTH, null, event("Beside")));
        gate.complete(null);

        assertRefused(refused, Reason.OVERSIZE);
        for (CompletableFuture<AppendReceipt> other : others) {
            assertThat(Await.value(other).lastPosition()).isEqualTo(++head);
        }
    }

    @Test
    protected void whatJustFitsStandsHoweverItComesToItsSize() {
        EventStoreRig rig = shared();
        List<StoredEvent> events =
                List.of(
                        justFitting("Heavy"),
                        justFitting("Tagged", tags("topic", Commit.MAX_BYTES * 4 / 9)),
                        justFitting("Chained", tags(CommitFixtures.CHAIN, Commit.MAX_BYTES / 5)));
        events.forEach(event -> Await.value(rig.append(NORTH, null, event)));
        assertThat(soundHistory().stream().flatMap(commit -> commit.events().stream()))
                .containsExactlyElementsOf(events);
    }

    /** An event that takes as much as a commit may. */
    private static StoredEvent justFitting(String name, EventTag... tags) {
        Set<String> chains = new TreeSet<>();
        for (EventTag tag : tags) {
            if (tag.key().equals(CommitFixtures.CHAIN)) {
                chains.add(tag.key() + ":" + tag.value());
            }
        }
        List<StoredEvent> empty = List.of(event(name, new byte[0], tags));
        long room = Commit.MAX_BYTES - CommitSize.of(NORTH, empty, chains);
        return event(name, new byte[Math.toIntExact(room)], tags);
    }

    /** Tags of one key whose values take about as many bytes in UTF-8. */
    private static EventTag[] tags(String key, int bytes) {
        EventTag[] tags = new EventTag[bytes / (3 * LONG_TEXT.length())];
        Arrays.setAll(tags, i -> tag(key, i + LONG_TEXT));
        return tags;
    }
}
