package jp.tenken.eventstore.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.eventstore.axon.PagedMessageStream.Page;
import jp.tenken.eventstore.tail.LogTail;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All events of all tenants from a position on, filtered, without end. It never completes: Axon
 * 5.0.1's processors take a completed stream for a quiet one and wait at it for ever. It fails only
 * on a hole, which no reader may skip; a storage that does not answer is asked again.
 */
final class TailedPages implements PagedMessageStream.Pages {

    static final int PAGE_EVENTS = 1_000;
    private static final long RETRY_MILLIS = 250;
    private static final Logger logger = LoggerFactory.getLogger(TailedPages.class);

    private final LogTail tail;
    private final EventMessages messages;
    private final Criteria criteria;
    private final Executor executor;
    private long after;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> wait = CompletableFuture.completedFuture(null);

    TailedPages(
            LogTail tail,
            EventMessages messages,
            Criteria criteria,
            long after,
            Executor executor) {
        this.tail = tail;
        this.messages = messages;
        this.criteria = criteria;
        this.after = after;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Page> next() {
        if (after < tail.head()) {
            // Not on the log's thread: that one reads on while the page is made.
            return tail.read(after, PAGE_EVENTS)
                    .thenApplyAsync(this::page, executor)
                    .exceptionallyCompose(this::again);
        }
        CompletableFuture<Void> grown = tail.awaitBeyond(after);
        wait = grown;
        if (closed) {
            // Whoever closed meanwhile has cancelled the wait before this one.
            grown.cancel(false);
        }
        return grown.thenCompose(news -> next());
    }

    @Override
    public void close() {
        closed = true;
        wait.cancel(false);
    }

    private CompletableFuture<Page> again(Throwable failure) {
        Throwable root = Futures.root(failure);
        if (closed || root instanceof LogHoleException || !(root instanceof CommitLogException)) {
            return CompletableFuture.failedFuture(root);
        }
        logger.warn("The log could not be read behind position {}; trying again", after, root);
        Executor later =
                CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS, executor);
        return CompletableFuture.<@Nullable Void>completedFuture(null)
                .thenComposeAsync(pause -> next(), later);
    }

    private Page page(CommitPage page) {
        if (page.commits().isEmpty()) {
            throw new CommitLogException("nothing is found behind position " + after);
        }
        List<Entry<EventMessage>> entries = new ArrayList<>(page.commits().size());
        for (Commit commit : page.commits()) {
            LogHoleException.unlessContiguous(after, commit);
            messages.addMatching(commit, after, criteria, entries);
            after = commit.header().lastPosition();
        }
        return new Page(entries, false);
    }
}
