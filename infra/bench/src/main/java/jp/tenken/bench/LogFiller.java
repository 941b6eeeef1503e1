package jp.tenken.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractRegistered;
import org.jspecify.annotations.Nullable;

/**
 * Fills a log with {@link Workload#filled}, one commit per event, through the appender: the same
 * rows that commands would have left, in the largest batches that a service writes.
 */
final class LogFiller {

    private static final int UNDER_WAY = 4_096;
    private static final int SAY_EVERY = 1_000;

    private final OpenStore store;
    private final Progress progress;

    LogFiller(OpenStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    /** Goes on from the log's head until the log has so many events. */
    void fillTo(long events) throws InterruptedException {
        fillTo(events, Workload::filled);
    }

    /**
     * As {@link #fillTo(long)}, with other events.
     *
     * @param sample the event that the log has at a position, counted from 0
     */
    void fillTo(long events, LongFunction<Workload.Sample> sample) throws InterruptedException {
        Semaphore room = new Semaphore(UNDER_WAY);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        long from = store.events().head();
        progress.begin("filling the log", events - from);
        for (long n = from; n < events; n++) {
            room.acquire();
            if (failed.get() != null) {
                break;
            }
            CompletableFuture<AppendReceipt> append =
                    store.events().appender().append(request(sample.apply(n)));
            var unused =
                    append.whenComplete(
                            (receipt, failure) -> {
                                if (failure != null) {
                                    failed.set(failure);
                                }
                                room.release();
                            });
            if (n % SAY_EVERY == 0) {
                progress.reached(n - from);
            }
        }
        room.acquire(UNDER_WAY);
        if (failed.get() != null || store.events().head() != events) {
            throw new IllegalStateException(
                    "the log could not be filled to " + events, failed.get());
        }
    }

    private AppendRequest request(Workload.Sample sample) {
        EventType type =
                EventCatalogue.find(nameOf(sample))
                        .orElseThrow(() -> new IllegalStateException("unknown event"));
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] salt = new byte[StoredEvent.SALT_LENGTH];
        random.nextBytes(salt);
        StoredEvent event =
                new StoredEvent(
                        sample.id(),
                        type.name(),
                        type.version(),
                        sample.time(),
                        tags(sample),
                        new HashMap<String, @Nullable String>(sample.metadata()),
                        store.json().write(sample.payload()),
                        salt);
        return new AppendRequest(
                sample.tenant(),
                new UUID(random.nextLong(), random.nextLong()),
                AppendRequest.FRESH_ID,
                List.of(event),
                null);
    }

    private static String nameOf(Workload.Sample sample) {
        return EventCatalogue.nameOf(sample.payload().getClass());
    }

    /** As Axon's tag resolver reads them off the record. */
    private static List<EventTag> tags(Workload.Sample sample) {
        List<EventTag> tags = new ArrayList<>();
        tags.add(new EventTag(Tags.CONTRACT, sample.contract().value()));
        if (sample.payload() instanceof ItemDecided decided) {
            tags.add(new EventTag(Tags.ITEM, decided.itemCode().value()));
        } else if (sample.payload() instanceof ContractRegistered registered) {
            tags.add(new EventTag(Tags.CONTRACTOR, registered.contractor().contractorId().value()));
        }
        EventTag[] sorted = tags.toArray(EventTag[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }
}
