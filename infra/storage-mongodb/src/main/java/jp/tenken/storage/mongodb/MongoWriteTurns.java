package jp.tenken.storage.mongodb;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.WriteTurns;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * A writer's place in the {@link WriterLine} of its log. Whoever waits looks from time to time, the
 * more often the nearer to the front. A turn that has not changed hands for a second of looking is
 * that of one who is gone, and goes to the next in line: no clock is compared with another one's.
 *
 * <p>The document is written and read as the primary alone has it. What a failover takes back heals
 * like the turn of one who is gone. Thread-safe.
 */
final class MongoWriteTurns implements WriteTurns {

    /** Pauses that add up to this, in milliseconds, without the turn changing hands. */
    static final long LEASE_MILLIS = 1_000;

    /** Between two looks of the one in front. */
    static final long PAUSE_MILLIS = 6;

    private static final long LONGEST_PAUSE_MILLIS = 48;
    private static final int ATTEMPTS = 5;

    /** Runs a step after a time. */
    interface Pauses {
        Pauses REAL =
                (millis, step) ->
                        CompletableFuture.delayedExecutor(
                                        millis, TimeUnit.MILLISECONDS, OwnThreads.EXECUTOR)
                                .execute(step);

        void after(long millis, Runnable step);
    }

    private final MongoCollection<BsonDocument> turns;
    private final Replies replies;
    private final Gate gate;
    private final Pauses pauses;
    private final String me;

    /** Number of the wait that goes on; all before it are over. */
    private final AtomicInteger waits = new AtomicInteger();

    /**
     * @param me nobody else's name
     */
    MongoWriteTurns(MongoDatabase database, Replies replies, Gate gate, Pauses pauses, String me) {
        this.turns =
                database.getCollection(WriterLine.COLLECTION.name(), BsonDocument.class)
                        .withWriteConcern(WriteConcern.W1)
                        .withReadConcern(ReadConcern.LOCAL);
        this.replies = replies;
        this.gate = gate;
        this.pauses = pauses;
        this.me = me;
    }

    @Override
    public CompletableFuture<Boolean> take() {
        Wait wait = new Wait(waits.incrementAndGet());
        return readable(
                gate.pass(this::takeUnwanted)
                        .thenCompose(
                                mine ->
                                        mine
                                                ? CompletableFuture.completedFuture(true)
                                                : wait.begin()));
    }

    private CompletableFuture<Boolean> takeUnwanted() {
        return MongoFailures.onDuplicate(
                replies.first(
                                turns.updateOne(
                                        WriterLine.unwanted(),
                                        WriterLine.to(me),
                                        new UpdateOptions().upsert(true)))
                        .thenApply(taken -> true),
                others -> CompletableFuture.completedFuture(false));
    }

    @Override
    public CompletableFuture<Boolean> leave() {
        waits.incrementAndGet();
        return readable(gate.pass(() -> leave(ATTEMPTS)));
    }

    private CompletableFuture<Boolean> leave(int attempts) {
        return line().thenCompose(
                        line -> {
                            boolean others = line.isWantedBesides(me);
                            if (!line.isHeldBy(me) && line.placeOf(me) < 0) {
                                return CompletableFuture.completedFuture(others);
                            }
                            return (line.isHeldBy(me)
                                            ? changed(line.unchanged(), line.pass())
                                            : changed(WriterLine.whole(), WriterLine.stepOut(me)))
                                    .thenCompose(
                                            done ->
                                                    (done && line.isHeldBy(me)) || attempts == 0
                                                            ? CompletableFuture.completedFuture(
                                                                    others)
                                                            : leave(attempts - 1));
                        });
    }

    @Override
    public CompletableFuture<Boolean> wanted() {
        return readable(gate.pass(() -> line().thenApply(line -> line.isWantedBesides(me))));
    }

    private CompletableFuture<WriterLine> line() {
        return replies.first(turns.find(WriterLine.whole())).thenApply(WriterLine::of);
    }

    private CompletableFuture<Boolean> changed(BsonDocument where, Bson change) {
        return replies.first(turns.updateOne(where, change))
                .thenApply(result -> result.map(UpdateResult::getMatchedCount).orElse(0L) == 1);
    }

    private static <T> CompletableFuture<T> readable(CompletableFuture<T> answer) {
        return answer.exceptionally(
                failure -> {
                    throw new CompletionException(MongoFailures.forReader(failure));
                });
    }

    /** How long to pause before the next look, half of it by chance, in milliseconds. */
    private static long pause(int place) {
        long usual = Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS * (place + 1L));
        return usual / 2 + ThreadLocalRandom.current().nextLong(usual / 2 + 1);
    }

    /** One wait in line. */
    private final class Wait {

        private final int number;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        /** What was seen last, and the pauses since it was seen first. */
        private long passes = -1;

        private long stillFor;

        Wait(int number) {
            this.number = number;
        }

        CompletableFuture<Boolean> begin() {
            join();
            return turn;
        }

        private void join() {
            next(
                    gate.pass(() -> changed(WriterLine.without(me), WriterLine.queueUp(me))),
                    joined -> look());
        }

        private void look() {
            next(gate.pass(MongoWriteTurns.this::line), this::seen);
        }

        private void seen(WriterLine line) {
            if (line.passes() != passes) {
                passes = line.passes();
                stillFor = 0;
            }
            int place = line.placeOf(me);
            if (line.isHeldBy(me)) {
                turn.complete(true);
            } else if (place < 0) {
                join();
            } else if (line.isFree() || stillFor >= LEASE_MILLIS) {
                next(gate.pass(() -> changed(line.unchanged(), line.pass())), passed -> look());
            } else {
                long pause = pause(place);
                stillFor += pause;
                pauses.after(pause, this::look);
            }
        }

        private <T> void next(CompletableFuture<T> answer, Consumer<T> step) {
            Futures.whenDone(
                    answer,
                    Runnable::run,
                    (value, failure) -> {
                        if (waits.get() != number) {
                            turn.complete(false);
                        } else if (value == null) {
                            turn.completeExceptionally(
                                    failure == null ? new IllegalStateException() : failure);
                        } else {
                            step.accept(value);
                        }
                    });
        }
    }
}
