package jp.tenken.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.vault.MasterKey;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;

/**
 * A process with several engines on one log, each with clients of its own, that append for as long
 * as they are told on the standard input: {@code <millis>}. The end of the input ends it.
 */
final class ContendingProcess {

    /** Environment variable with the database of the log. */
    static final String DATABASE = "TENKEN_BENCH_DATABASE";

    /** Said when all engines are open. */
    static final String READY = "READY";

    /** Said behind a round, with its counts. */
    static final String DONE = "DONE ";

    /** Appends of different engines are about different contracts. */
    private static final long APART = 1L << 32;

    private ContendingProcess() {}

    /**
     * Runs until the input ends.
     *
     * @param arguments number of engines, of clients of each, and of this process
     */
    public static void main(String[] arguments) throws IOException {
        // That others were faster is no news here.
        MongoEngine.beQuiet(LogLevel.ERROR);
        int engines = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        long first = Long.parseLong(arguments[2]) * engines;
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < engines; i++) {
            writers.add(new Writer(open(), clients, (first + i) * APART));
        }
        out.println(READY);
        for (String order = in.readLine(); order != null; order = in.readLine()) {
            long until = System.nanoTime() + Long.parseLong(order) * 1_000_000;
            List<CompletableFuture<Void>> rounds =
                    writers.stream().map(writer -> writer.appendUntil(until)).toList();
            rounds.forEach(OpenStore::await);
            out.println(
                    DONE
                            + writers.stream()
                                    .map(Writer::takeCounts)
                                    .collect(Collectors.joining(" ")));
        }
        System.exit(0);
    }

    private static OpenStore open() {
        return new OpenStore(
                MongoEngine.open(
                        Objects.requireNonNull(System.getenv(MongoServer.URI)),
                        Objects.requireNonNull(System.getenv(DATABASE)),
                        MasterKey.fresh()));
    }

    /** An engine with its clients. */
    private static final class Writer {

        private final OpenStore store;
        private final EventStore axon;
        private final int clients;
        private final AtomicLong next;
        private final AtomicLong inTime = new AtomicLong();
        private final AtomicLong givenUp = new AtomicLong();

        Writer(OpenStore store, int clients, long first) {
            this.store = store;
            this.axon = OpenStore.storeOver(store.engine());
            this.clients = clients;
            this.next = new AtomicLong(first);
        }

        /** Completes when the last append that was begun in time has been answered. */
        CompletableFuture<Void> appendUntil(long until) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            AtomicInteger busy = new AtomicInteger(clients);
            for (int client = 0; client < clients; client++) {
                append(until, busy, over);
            }
            return over;
        }

        private void append(long until, AtomicInteger busy, CompletableFuture<Void> over) {
            var unused =
                    store.append(axon, Workload.appended(next.getAndIncrement()))
                            .whenComplete(
                                    (answer, failure) -> {
                                        if (!isBearable(failure)) {
                                            over.completeExceptionally(failure);
                                        } else if (System.nanoTime() < until) {
                                            (failure == null ? inTime : givenUp).getAndIncrement();
                                            append(until, busy, over);
                                        } else if (busy.decrementAndGet() == 0) {
                                            over.complete(null);
                                        }
                                    });
        }

        /** As {@link Contender.Counts} reads it. */
        private String takeCounts() {
            return "%d,%d,%d,%d,%d"
                    .formatted(
                            inTime.getAndSet(0),
                            givenUp.getAndSet(0),
                            store.log().takeBatches().size(),
                            store.log().takeLost(),
                            store.log().takeChains());
        }

        private static boolean isBearable(@Nullable Throwable failure) {
            return failure == null
                    || (Futures.root(failure) instanceof AppendRefusedException refused
                            && refused.reason() == AppendRefusedException.Reason.CONTENDED);
        }
    }
}
