package jp.tenken.eventstore.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.axon.PagedMessageStream.Page;
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

    private final CommitLog log;
    private final EventMessages messages;
    private final String tenant;
    private final Criteria criteria;
    private final CompletableFuture<Long> head;
    private long after;

    SourcedPages(
            CommitLog log,
            EventMessages messages,
            String tenant,
            Criteria criteria,
            long after,
            CompletableFuture<Long> head) {
        this.log = log;
        this.messages = messages;
        this.tenant = tenant;
        this.criteria = criteria;
        this.after = after;
        this.head = head;
    }

    @Override
    public CompletableFuture<Page> next() {
        return head.thenCompose(this::read);
    }

    private CompletableFuture<Page> read(long end) {
        if (after >= end) {
            return CompletableFuture.completedFuture(new Page(List.of(marker(end)), true));
        }
        return log.readMatching(tenant, criteria, after, end, PAGE_EVENTS)
                .thenApply(page -> page(page, end));
    }

    private Page page(CommitPage page, long end) {
        List<Entry<EventMessage>> entries = new ArrayList<>(page.commits().size() + 1);
        for (Commit commit : page.commits()) {
            messages.addMatching(commit, after, criteria, entries);
        }
        after = page.scannedTo();
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
