package jp.tenken.runtime.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.projections.EventPayloads;
import jp.tenken.runtime.log.EventLog;
import reactor.core.publisher.Mono;

/**
 * Reads a tenant's history for commands that are about recorded events. An event is looked for
 * first among the events that can hold a free text, which the log finds by their types, then among
 * all.
 */
final class LoggedEvents implements RecordedEvents {

    private static final int PAGE = 1_000;

    private final EventLog log;
    private final EventPayloads payloads;
    private final Set<String> withTexts;

    LoggedEvents(EventLog log, EventPayloads payloads) {
        this.log = log;
        this.payloads = payloads;
        this.withTexts =
                EventCatalogue.types().stream()
                        .filter(type -> SealedKeys.canBeIn(type.payload()))
                        .map(EventType::name)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<Optional<RecordedEvent>> find(TenantId tenant, String eventId) {
        return Mono.fromFuture(() -> search(tenant.value(), eventId));
    }

    @Override
    public Mono<List<Object>> recordedBy(TenantId tenant, Receipt receipt) {
        if (!receipt.effect()) {
            return Mono.just(List.of());
        }
        return Mono.fromFuture(
                        () -> log.log().readTenant(tenant.value(), receipt.sequence() - 1, 1))
                .map(
                        page ->
                                page.commits().stream()
                                        .limit(1)
                                        .flatMap(commit -> commit.events().stream())
                                        .map(payloads::decode)
                                        .toList());
    }

    private CompletableFuture<Optional<RecordedEvent>> search(String tenant, String eventId) {
        return amongTexts(tenant, eventId, 0, log.head())
                .thenCompose(
                        found ->
                                found.isPresent()
                                        ? CompletableFuture.completedFuture(found)
                                        : amongAll(tenant, eventId, 0))
                .thenApply(found -> found.map(this::described));
    }

    private CompletableFuture<Optional<StoredEvent>> amongTexts(
            String tenant, String eventId, long after, long upTo) {
        if (withTexts.isEmpty() || after >= upTo) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Criteria criteria = new Criteria(List.of(new Criterion(Set.of(), withTexts)));
        return log.log()
                .readMatching(tenant, criteria, after, upTo, PAGE)
                .thenComposeAsync(
                        page -> {
                            Optional<StoredEvent> found = in(page, eventId);
                            return found.isPresent() || page.scannedTo() <= after
                                    ? CompletableFuture.completedFuture(found)
                                    : amongTexts(tenant, eventId, page.scannedTo(), upTo);
                        },
                        log.executor());
    }

    private CompletableFuture<Optional<StoredEvent>> amongAll(
            String tenant, String eventId, long after) {
        return log.log()
                .readTenant(tenant, after, PAGE)
                .thenComposeAsync(
                        page -> {
                            Optional<StoredEvent> found = in(page, eventId);
                            return found.isPresent() || page.scannedTo() <= after
                                    ? CompletableFuture.completedFuture(found)
                                    : amongAll(tenant, eventId, page.scannedTo());
                        },
                        log.executor());
    }

    private static Optional<StoredEvent> in(CommitPage page, String eventId) {
        for (Commit commit : page.commits()) {
            for (StoredEvent event : commit.events()) {
                if (event.id().equals(eventId)) {
                    return Optional.of(event);
                }
            }
        }
        return Optional.empty();
    }

    private RecordedEvent described(StoredEvent event) {
        return new RecordedEvent(
                event.id(),
                event.name(),
                withTexts.contains(event.name())
                        ? List.copyOf(SealedKeys.of(payloads.decode(event)))
                        : List.of());
    }
}
