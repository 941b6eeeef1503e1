package jp.tenken.eventstore.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.axon.PagedMessageStream.Page;
import jp.tenken.eventstore.tail.History;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;

/**
 * The events of a tenant that match, up to the head that was captured before the first of them was
 * read, and behind them the marker for that head. Reading events first and the head afterwards
 * would let a decision miss what came between.
 */
final class SourcedPages implements PagedMessageStream.Pages {

    static final int PAGE_EVENTS = 512;

    /** When nothing is known beforehand. */
    static final CompletableFuture<History> NOTHING =
            CompletableFuture.completedFuture(History.NOTHING);

    private final CommitLog log;
    private final EventMessages messages;
    private final String tenant;
    private final Criteria criteria;
    private final CompletableFuture<Long> head;
    private CompletableFuture<History> known;
    private long after;

    SourcedPages(
            CommitLog log,
            EventMessages messages,
            String tenant,
            Criteria criteria,
            long after,
            CompletableFuture<Long> head,
            CompletableFuture<History> known) {
        this.log = log;
        this.messages = messages;
        this.tenant = tenant;
        this.criteria = criteria;
        this.after = after;
        this.head = head;
        this.known = known;
    }

    @Override
    public CompletableFuture<Page> next() {
        CompletableFuture<History> history = known;
        known = NOTHING;
        return head.thenCompose(end -> history.thenCompose(before -> read(before, end)));
    }

    private CompletableFuture<Page> read(History before, long head) {
        List<Entry<EventMessage>> entries = new ArrayList<>(before.commits().size() + 1);
        add(before.commits(), entries);
        after = Math.max(after, before.upTo());
        // What is known may reach beyond the head: it was asked for later.
        long end = Math.max(head, before.upTo());
        if (after >= end) {
            return CompletableFuture.completedFuture(page(entries, end));
        }
        return log.readMatching(tenant, criteria, after, end, PAGE_EVENTS)
                .thenApply(
                        page -> {
                            add(page.commits(), entries);
                            after = page.scannedTo();
                            return page(entries, end);
                        });
    }

    private void add(List<Commit> commits, List<Entry<EventMessage>> entries) {
        for (Commit commit : commits) {
            messages.addMatching(commit, after, criteria, entries);
        }
    }

    private Page page(List<Entry<EventMessage>> entries, long end) {
        boolean last = after >= end;
        if (last) {
            entries.add(marker(end));
        }
        return new Page(entries, last);
    }

    private static Entry<EventMessage> marker(long head) {
        return new SimpleEntry<>(
                TerminalEventMessage.INSTANCE,
                Context.with(
                        ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(head)));
    }
}
