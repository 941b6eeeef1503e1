package jp.tenken.storage.mongodb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;

/**
 * Where the log ends, as far as a majority of the servers has it: by own acknowledged writes and by
 * majority reads, by nothing else. It never goes back, whichever server is primary. Thread-safe.
 */
final class LogHead {

    private final LogReader reader;
    private final AtomicLong known = new AtomicLong();

    LogHead(LogReader reader) {
        this.reader = reader;
    }

    /** What is known without asking; the log may have grown since. */
    long known() {
        return known.get();
    }

    /** A majority acknowledged what ends here. */
    void confirm(long position) {
        known.accumulateAndGet(position, Math::max);
    }

    /** Asks the server. */
    CompletableFuture<Long> read() {
        return reader.first(LogQuery.HEAD, new BsonDocument())
                .thenApply(
                        last -> {
                            long end = last.map(CommitDocument::end).orElse(0L);
                            confirm(end);
                            return end;
                        });
    }
}
