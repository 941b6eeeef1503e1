package jp.tenken.projections;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Finds where a view goes on: where its store says, or at the beginning when its rows belong to
 * another history than the log's. Such rows are dropped at once, since they answer with what never
 * happened here.
 */
final class StartingPoint {

    private final ViewSchema schema;
    private final ProjectionEnvironment env;
    private final Consumer<String> startedOver;

    StartingPoint(ViewSchema schema, ProjectionEnvironment env, Consumer<String> startedOver) {
        this.schema = schema;
        this.env = env;
        this.startedOver = startedOver;
    }

    /** The position that the view has in this log; its layout is there afterwards. */
    CompletableFuture<Long> find() {
        return env.store()
                .create(schema)
                .thenCompose(created -> env.store().progress(schema.name()))
                .thenCompose(this::judge);
    }

    private CompletableFuture<Long> judge(ViewProgress progress) {
        UUID epoch = progress.epoch();
        if (epoch != null && !epoch.equals(env.source().epoch())) {
            return startOver("its rows come from another log");
        }
        if (progress.position() <= env.source().head()) {
            return CompletableFuture.completedFuture(progress.position());
        }
        // Another process may have projected what this one has not heard of yet; the log itself
        // knows.
        return env.source()
                .durableHead()
                .thenCompose(
                        head ->
                                progress.position() <= head
                                        ? CompletableFuture.completedFuture(progress.position())
                                        : startOver(
                                                "it has read up to position %d and the log ends at %d"
                                                        .formatted(progress.position(), head)));
    }

    private CompletableFuture<Long> startOver(String why) {
        startedOver.accept(why);
        return env.store()
                .drop(schema.name())
                .thenCompose(dropped -> env.store().create(schema))
                .thenApply(created -> 0L);
    }
}
