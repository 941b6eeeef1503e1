package jp.tenken.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;

/** How fast the whole log can be read again. */
final class ReplayBenchmark implements Benchmark {

    @Override
    public String measures() {
        return "events/s of EventStorageEngine.stream to discard, payloads as bytes ÷ rows/s of a raw scan of the same rows as bytes";
    }

    @Override
    public void run(Stand stand) throws Exception {
        long events = stand.scale().events();
        Path folder = stand.filled("replay", events);
        try (RawLog raw = stand.engine().rawLog(stand.copied(folder, "replay-raw"));
                OpenStore store = new OpenStore(stand.engine(), folder)) {
            stand.report().section("raw side", raw.calls());
            stand.progress().step("warming up");
            for (int i = 0; i < stand.scale().warmUps(); i++) {
                raw.scan();
                stream(store, events);
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 1; i <= stand.scale().rounds(); i++) {
                double own = Figures.perSecond(events, stream(store, events));
                long begun = System.nanoTime();
                long rows = raw.scan();
                double rawRate = Figures.perSecond(rows, System.nanoTime() - begun);
                ratios.add(own / rawRate);
                stand.report()
                        .line(
                                "round %d: Tenken %,.0f events/s, raw %,.0f rows/s, ratio %.3f",
                                i, own, rawRate, own / rawRate);
            }
            stand.report().atLeast("replay", stand.engine().replayBar(), Figures.median(ratios));
        }
    }

    /** Reads everything; nanoseconds until the last event has come. */
    private static long stream(OpenStore store, long events) {
        long begun = System.nanoTime();
        MessageStream<EventMessage> stream =
                store.engineOf(Workload.tenantOf(0)).stream(
                        StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(0)), null);
        CompletableFuture<Long> ended = new CompletableFuture<>();
        AtomicLong count = new AtomicLong();
        stream.setCallback(
                () -> {
                    long seen = count.get();
                    for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                        if (!(entry.get().message().payload() instanceof byte[] bytes)
                                || bytes.length == 0) {
                            ended.completeExceptionally(
                                    new IllegalStateException("an event without bytes"));
                        }
                        seen++;
                    }
                    count.set(seen);
                    if (seen == events) {
                        ended.complete(System.nanoTime() - begun);
                    } else if (stream.error().isPresent()) {
                        ended.completeExceptionally(stream.error().get());
                    }
                });
        try {
            return OpenStore.await(ended);
        } finally {
            stream.close();
        }
    }
}
