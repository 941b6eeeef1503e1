package jp.tenken.projections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.projections.PreparedBatch.PreparedCommit;
import jp.tenken.projections.PreparedBatch.Touch;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the payloads of handled events, and of those alone, and asks the handlers for keys.
 * Stateless and pure as far as the view is.
 */
final class BatchPreparation<R> {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final View<R> view;
    private final EventPayloads payloads;

    BatchPreparation(View<R> view, EventPayloads payloads) {
        this.view = view;
        this.payloads = payloads;
    }

    /**
     * Prepares commits up to the first one that fails.
     *
     * @param from last position before the first commit
     * @param commits dense and in order
     */
    PreparedBatch<R> prepare(long from, List<Commit> commits) {
        List<PreparedCommit<R>> prepared = new ArrayList<>(commits.size());
        long bytes = 0;
        for (Commit commit : commits) {
            CommitHeader header = commit.header();
            List<Touch<R>> touches = List.of();
            int index = 0;
            for (StoredEvent event : commit.events()) {
                bytes += event.payload().length;
                String name = payloads.nameToday(event);
                List<ViewHandler<R>> handlers = view.handlers(name);
                if (!handlers.isEmpty()) {
                    if (touches.isEmpty()) {
                        touches = new ArrayList<>(commit.events().size());
                    }
                    ViewStoppedException failure =
                            touch(
                                    header,
                                    event,
                                    envelope(header, event, name, index),
                                    handlers,
                                    touches);
                    if (failure != null) {
                        return new PreparedBatch<>(
                                from, header.position() - 1, prepared, bytes, failure);
                    }
                }
                index++;
            }
            prepared.add(
                    new PreparedCommit<>(
                            header.position(),
                            header.lastPosition(),
                            header.tenant(),
                            header.lastTenantSequence(),
                            touches));
        }
        long to = commits.isEmpty() ? from : commits.getLast().header().lastPosition();
        return new PreparedBatch<>(from, to, prepared, bytes, null);
    }

    private @Nullable ViewStoppedException touch(
            CommitHeader header,
            StoredEvent event,
            Envelope envelope,
            List<ViewHandler<R>> handlers,
            List<Touch<R>> touches) {
        try {
            Object payload = payloads.decode(event);
            for (ViewHandler<R> handler : handlers) {
                for (String key : handler.keys(payload, envelope)) {
                    touches.add(
                            new Touch<>(
                                    view.rowKey(header.tenant(), key),
                                    key,
                                    handler,
                                    payload,
                                    envelope));
                }
            }
            return null;
        } catch (Throwable failure) {
            // Errors too: a missing class in one view must neither hang that view silently nor stop
            // others.
            return ViewStoppedException.handler(
                    view.name(), header.lastPosition(), envelope, failure);
        }
    }

    private static Envelope envelope(
            CommitHeader header, StoredEvent event, String name, int index) {
        long micros = header.recordedAtMicros();
        return new Envelope(
                header.tenant(),
                header.tenantSequence() + index,
                header.lastTenantSequence(),
                header.appendId(),
                event.id(),
                name,
                event.version(),
                event.timestamp(),
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS_PER_SECOND),
                        Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO),
                event.metadata());
    }
}
