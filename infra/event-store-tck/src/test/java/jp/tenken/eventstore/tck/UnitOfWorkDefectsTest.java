package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.eventstore.axon.EventMessages;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import jp.tenken.eventstore.upcast.Upcasters;
import org.axonframework.conversion.ChainingContentTypeConverter;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where Axon 5.0.1's event store goes wrong with units of work, over our engine. */
class UnitOfWorkDefectsTest {

    private static final String TENANT = "tenant-north";

    private final InMemoryCommitLog log = new InMemoryCommitLog();
    private final EventStoreRig rig = EventStoreRig.over(log);

    @AfterEach
    void close() {
        rig.close();
        log.close();
    }

    /** Axon would answer before its commit and swallow what went wrong with it. */
    @Test
    void aPublicationOutsideAUnitOfWorkFailsAndWritesNothing() {
        EventStore store =
                storeOver(
                        new TenkenEventStorageEngine(
                                log,
                                rig.appender(),
                                rig.tail(),
                                new EventMessages(
                                        new DelegatingEventConverter(
                                                new ChainingContentTypeConverter()),
                                        Upcasters.NONE),
                                TenkenEventStorageEngine::scopeOf,
                                rig.executor(),
                                Set.of()));

        Throwable refusal =
                Await.failure(
                        () ->
                                store.publish(null, List.of(AxonCalls.message("A", "{}").event()))
                                        .thenApply(done -> true));

        assertThat(refusal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no append scope");
        assertThat(log.head()).succeedsWithin(Duration.ofSeconds(Await.SECONDS)).isEqualTo(0L);
        assertThat(
                        UnitsOfWork.of(
                                context -> {
                                    context.putResource(AppendScope.KEY, AppendScope.of(TENANT));
                                    return store.publish(
                                                    context,
                                                    List.of(AxonCalls.message("B", "{}").event()))
                                            .thenApply(done -> true);
                                }))
                .succeedsWithin(Duration.ofSeconds(Await.SECONDS));
        assertThat(rig.everything()).hasSize(1);
    }

    @Test
    void aSecondSourcingInOneUnitOfWorkGivesEventsOnly() {
        EventTag one = new EventTag("seat", "1");
        EventTag other = new EventTag("seat", "2");
        Await.value(rig.append(TENANT, null, event("One", one)));
        Await.value(rig.append(TENANT, null, event("Other", other)));
        EventStore store = storeOver(rig.engine(TENANT));

        List<String> sourced =
                Await.value(
                        UnitsOfWork.of(
                                context -> {
                                    EventStoreTransaction transaction = store.transaction(context);
                                    return names(transaction, one)
                                            .thenCombine(
                                                    names(transaction, other),
                                                    (first, second) -> {
                                                        first.addAll(second);
                                                        return first;
                                                    });
                                }));

        assertThat(sourced).containsExactly("One", "Other");
    }

    /** Axon's own flattening of criteria drops it. */
    @Test
    void anyEventInsideAnOrStaysAnyEvent() {
        EventTag one = new EventTag("seat", "1");
        Await.value(rig.append(TENANT, null, event("One", one)));
        Await.value(rig.append(TENANT, null, event("Other")));

        assertThat(
                        new AxonCalls(rig.engine(TENANT))
                                .source(AxonCalls.havingTags(one).or(EventCriteria.havingAnyTag()))
                                .events())
                .hasSize(2);
    }

    private static CompletableFuture<List<String>> names(
            EventStoreTransaction transaction, EventTag tag) {
        return transaction
                .source(SourcingCondition.conditionFor(AxonCalls.havingTags(tag)))
                .reduce(
                        new ArrayList<>(),
                        (names, entry) -> {
                            names.add(entry.message().type().name());
                            return names;
                        });
    }

    private static EventStore storeOver(TenkenEventStorageEngine engine) {
        return new StorageEngineBackedEventStore(
                engine, new SimpleEventBus(), new AnnotationBasedTagResolver());
    }
}
