package jp.tenken.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * A log that Tenken appends to, and a copy of it into which the raw side writes what Tenken has
 * written: the same rows, in the same order, in writes of the same sizes.
 */
final class AppendSides implements AutoCloseable {

    /**
     * What a round came to.
     *
     * @param rate events per second through Axon's event store
     * @param rawRate rows of the same events per second
     * @param batch mean number of events in a write
     */
    record Round(double rate, double rawRate, double batch) {
        double ratio() {
            return rate / rawRate;
        }
    }

    private final OpenStore store;
    private final EventStore axon;
    private final RawLog stored;
    private final RawLog raw;
    private final AtomicLong appended = new AtomicLong();

    /** On a closed log, which is copied first. */
    AppendSides(Stand stand, Path folder) throws Exception {
        raw = stand.engine().rawLog(stand.copied(folder, folder.getFileName() + "-raw"));
        store = new OpenStore(stand.engine(), folder);
        stored = stand.engine().rawLog(folder);
        axon = OpenStore.storeOver(store.engine());
    }

    List<String> calls() {
        return raw.calls();
    }

    OpenStore store() {
        return store;
    }

    /** So many appends, as many under way at a time as there are clients; on both sides. */
    Round round(int clients, int appends) throws Exception {
        store.log().takeBatches();
        long before = store.events().head();
        double rate = append(axon, clients, appends);
        List<Integer> batches = store.log().takeBatches();
        long rawNanos = 0;
        for (long nanos : replay(before, batches)) {
            rawNanos += nanos;
        }
        return new Round(
                rate, Figures.perSecond(appends, rawNanos), appends / (double) batches.size());
    }

    /** Tenken's side alone, by an event store of the caller's; events per second. */
    double append(EventStore by, int clients, int appends) {
        LongFunction<CompletableFuture<Void>> append = n -> store.append(by, Workload.appended(n));
        return Figures.perSecond(
                appends, Load.run(clients, appends, i -> append.apply(appended.getAndIncrement())));
    }

    /** One append after the other; nanoseconds from each beginning to its answer. */
    long[] singles(int appends) {
        store.log().takeBatches();
        long[] nanos = new long[appends];
        for (int i = 0; i < appends; i++) {
            Workload.Sample sample = Workload.appended(appended.getAndIncrement());
            long begun = System.nanoTime();
            nanos[i] =
                    OpenStore.await(
                            store.append(axon, sample)
                                    .thenApply(answer -> System.nanoTime() - begun));
        }
        return nanos;
    }

    /** The same rows as what was appended behind a position, by the driver; nanoseconds each. */
    long[] replay(long after, List<Integer> batches) throws Exception {
        RawLog.Documents documents = stored.documents(after, store.events().head());
        return raw.insert(documents, batches);
    }

    @Override
    public void close() {
        stored.close();
        store.close();
        raw.close();
    }
}
