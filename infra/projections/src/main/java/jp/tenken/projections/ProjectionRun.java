package jp.tenken.projections;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Futures;
import org.jspecify.annotations.Nullable;

/**
 * One uninterrupted course of a view through the log, from a known position until it is stopped or
 * something fails.
 *
 * <p>Its stages (decode, load, fold) follow one another, so their fields need no lock. While they
 * work on a batch the one before is written, never two at once, and the one behind is read. That
 * bounds it to three batches in memory.
 */
final class ProjectionRun<R> {

    /**
     * A missing commit is looked for once more before it counts as a hole: replicas may answer
     * late.
     */
    private static final long SECOND_LOOK_MILLIS = 250;

    /** Hears of what is taken up and of what has become durable. */
    interface Progress {
        void begun(List<Commit> commits);

        void written(FoldedBatch batch, long nanos);
    }

    private final View<R> view;
    private final ProjectionEnvironment env;
    private final UUID epoch;
    private final Progress progress;
    private final BatchPreparation<R> preparation;
    private final BatchFold<R> fold;
    private final BatchSize size;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();
    private volatile CompletableFuture<Void> wakeUp = CompletableFuture.completedFuture(null);
    private volatile boolean stopping;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private long folded;
    private boolean holeSuspected;
    private @Nullable Ahead ahead;

    /** What is being read already, behind the position. */
    private record Ahead(long after, CompletableFuture<CommitPage> page) {}

    ProjectionRun(
            View<R> view, ProjectionEnvironment env, UUID epoch, long position, Progress progress) {
        this.view = view;
        this.env = env;
        this.epoch = epoch;
        this.progress = progress;
        this.folded = position;
        this.preparation = new BatchPreparation<>(view, env.payloads());
        this.fold =
                new BatchFold<>(
                        view,
                        env.codecs().of(view.rowType()),
                        new RowCache<>(env.settings().cacheBytes(), position == 0));
        this.size = new BatchSize(env.settings());
    }

    /**
     * Begins; called once.
     *
     * @return completes, after the last write has been answered, normally when stopped, else with a
     *     {@link ViewStoppedException} or with what the storage failed with
     */
    CompletableFuture<Void> start() {
        env.executor().execute(() -> stage(this::read));
        return done;
    }

    /** Asks it to end after what is being written. May be called at any time, also twice. */
    void stop() {
        end(null);
    }

    private void read() {
        long after = folded;
        CompletableFuture<CommitPage> page = page(after);
        if (page != null) {
            then(page, found -> prepare(after, found.commits()));
            return;
        }
        CompletableFuture<Void> woken = new CompletableFuture<>();
        wakeUp = woken;
        if (stopping) {
            woken.complete(null);
        }
        CompletableFuture<Void> grown = env.source().awaitBeyond(after);
        var unused =
                grown.whenComplete(
                        (beyond, failure) -> {
                            if (failure != null) {
                                woken.completeExceptionally(failure);
                            } else {
                                woken.complete(null);
                            }
                        });
        var unusedToo = woken.whenComplete((awake, failure) -> grown.cancel(false));
        then(woken, ignored -> read());
    }

    /** What stands behind a position; null when that is the end. */
    private @Nullable CompletableFuture<CommitPage> page(long after) {
        Ahead begun = ahead;
        ahead = null;
        if (begun != null && begun.after() == after) {
            return begun.page();
        }
        return env.source().head() > after ? env.source().read(after, size.next()) : null;
    }

    private void prepare(long after, List<Commit> commits) {
        List<Commit> dense = densePrefix(after, commits);
        if (dense.isEmpty()) {
            hole(after);
            return;
        }
        holeSuspected = false;
        progress.begun(dense);
        long end = dense.getLast().header().lastPosition();
        CompletableFuture<CommitPage> next = page(end);
        if (next != null) {
            ahead = new Ahead(end, next);
        }
        PreparedBatch<R> batch = preparation.prepare(after, dense);
        Collection<RowKey> missing = fold.missing(batch);
        if (missing.isEmpty()) {
            fold(batch, Map.of());
        } else {
            then(env.store().live(view.name(), missing), rows -> fold(batch, rows));
        }
    }

    private static List<Commit> densePrefix(long after, List<Commit> commits) {
        long expected = after + 1;
        int count = 0;
        for (Commit commit : commits) {
            if (commit.header().position() != expected) {
                break;
            }
            expected = commit.header().lastPosition() + 1;
            count++;
        }
        return commits.subList(0, count);
    }

    private void hole(long after) {
        if (holeSuspected) {
            throw ViewStoppedException.hole(view.name(), after + 1);
        }
        holeSuspected = true;
        CompletableFuture<Void> pause = new CompletableFuture<>();
        var unused =
                env.scheduler()
                        .schedule(
                                () -> pause.complete(null),
                                SECOND_LOOK_MILLIS,
                                TimeUnit.MILLISECONDS);
        then(pause, ignored -> read());
    }

    private void fold(PreparedBatch<R> prepared, Map<RowKey, Row> stored) {
        FoldedBatch batch = fold.fold(prepared, stored);
        long documents = 0;
        for (Row row : batch.rows()) {
            documents += row.document().length;
        }
        size.weighed(prepared.events(), prepared.bytes() + documents);
        folded = batch.to();
        then(writing, unused -> write(batch));
    }

    private void write(FoldedBatch batch) {
        if (batch.events() > 0) {
            long begun = env.nanoTime().getAsLong();
            writing =
                    env.store()
                            .write(view.name(), batch.from(), batch.to(), epoch, batch.rows())
                            .handle(
                                    (applied, failure) -> {
                                        written(batch, begun, applied, failure);
                                        return null;
                                    });
        }
        if (batch.failure() != null) {
            ViewStoppedException alarm = batch.failure();
            then(
                    writing,
                    unused -> {
                        throw alarm;
                    });
        } else {
            // Through the executor, so that a log and a store that answer at once do not grow the
            // stack.
            env.executor().execute(() -> stage(this::read));
        }
    }

    private void written(
            FoldedBatch batch, long begun, @Nullable Boolean applied, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                end(Futures.root(failure));
            } else if (applied == null || !applied) {
                end(new ViewContendedException(view.name(), batch.from()));
            } else {
                progress.written(batch, env.nanoTime().getAsLong() - begun);
            }
        } catch (Throwable defect) {
            end(ViewStoppedException.defect(view.name(), batch.to(), defect));
        }
    }

    private <T> void then(CompletableFuture<T> future, Consumer<? super T> next) {
        var unused =
                future.handleAsync(
                                (value, failure) -> {
                                    if (failure != null) {
                                        end(Futures.root(failure));
                                    }
                                    stage(() -> next.accept(value));
                                    return true;
                                },
                                env.executor())
                        .exceptionally(
                                refused -> {
                                    // The executor takes nothing any more: nobody else would ever
                                    // say that this run is over.
                                    end(Futures.root(refused));
                                    finish();
                                    return false;
                                });
    }

    /**
     * Runs a stage, or ends the run where none may follow. Exactly one of both happens per stage.
     */
    private void stage(Runnable work) {
        if (!stopping) {
            try {
                work.run();
                return;
            } catch (ViewStoppedException alarm) {
                end(alarm);
            } catch (Throwable defect) {
                end(ViewStoppedException.defect(view.name(), folded, defect));
            }
        }
        finish();
    }

    private void end(@Nullable Throwable failure) {
        if (failure != null) {
            cause.compareAndSet(null, failure);
        }
        stopping = true;
        wakeUp.complete(null);
    }

    private void finish() {
        var unused =
                writing.whenComplete(
                        (written, neverFails) -> {
                            Throwable failure = cause.get();
                            if (failure == null) {
                                done.complete(null);
                            } else {
                                done.completeExceptionally(failure);
                            }
                        });
    }
}
