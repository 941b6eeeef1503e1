package jp.tenken.projections;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.tail.LogTail;

/** A log and its shared tail as the one thing that views read. */
record TailSource(CommitLog log, LogTail tail) implements CommitSource {

    @Override
    public UUID epoch() {
        return log.epoch();
    }

    @Override
    public long head() {
        return tail.head();
    }

    @Override
    public CompletableFuture<Long> durableHead() {
        return log.head();
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, int maxEvents) {
        return tail.read(after, maxEvents);
    }

    @Override
    public CompletableFuture<Void> awaitBeyond(long position) {
        return tail.awaitBeyond(position);
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return log.readTenant(tenant, afterSequence, maxEvents);
    }
}
