package jp.tenken.eventstore.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;

/**
 * The reference token store: a map under a lock, shared by owners who claim from each other. Axon's
 * own in-memory store knows no owners, so two processors over it would both have every segment.
 */
public final class InMemoryTokens implements AutoCloseable {

    private record Key(String processor, int segment) {}

    private record Held(
            Segment segment,
            @Nullable TrackingToken token,
            @Nullable String owner,
            Instant since) {}

    private final String identifier = UUID.randomUUID().toString();
    private final Map<Key, Held> tokens = new HashMap<>();
    private final Clock clock;
    private final EngineThreads threads = EngineThreads.few("in-memory-tokens");

    /** Without tokens; claims age by the one clock of the store, never by the owners' clocks. */
    public InMemoryTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * The store as one owner sees it, who may take a claim that was not renewed for the timeout.
     */
    public TokenStore of(String owner, Duration claimTimeout) {
        return new Owned(owner, claimTimeout);
    }

    @Override
    public void close() {
        threads.close();
    }

    private final class Owned implements TokenStore {

        private final String owner;
        private final Duration claimTimeout;

        private Owned(String owner, Duration claimTimeout) {
            this.owner = owner;
            this.claimTimeout = claimTimeout;
        }

        @Override
        public CompletableFuture<List<Segment>> initializeTokenSegments(
                String processorName,
                int segmentCount,
                @Nullable TrackingToken initialToken,
                @Nullable ProcessingContext context) {
            return locked(
                    () -> {
                        if (!of(processorName).isEmpty()) {
                            throw new UnableToClaimTokenException(
                                    processorName + " has segments already");
                        }
                        List<Segment> segments =
                                Segment.splitBalanced(Segment.ROOT_SEGMENT, segmentCount - 1);
                        segments.forEach(
                                segment -> put(processorName, segment, initialToken, null));
                        return segments;
                    });
        }

        @Override
        public CompletableFuture<Void> storeToken(
                @Nullable TrackingToken token,
                String processorName,
                int segmentId,
                @Nullable ProcessingContext context) {
            return done(
                    () -> {
                        Held held = owned(processorName, segmentId);
                        TrackingToken furthest =
                                liesBefore(token, held.token()) ? held.token() : token;
                        put(processorName, held.segment(), furthest, owner);
                    });
        }

        @Override
        @SuppressWarnings("NullAway") // Axon's signature cannot say that there may be none
        public CompletableFuture<TrackingToken> fetchToken(
                String processorName, int segmentId, @Nullable ProcessingContext context) {
            return locked(
                    () -> {
                        Held held = tokens.get(new Key(processorName, segmentId));
                        if (held == null || !mayClaim(held)) {
                            throw new UnableToClaimTokenException(
                                    "%s[%d] is held by another or unknown"
                                            .formatted(processorName, segmentId));
                        }
                        put(processorName, held.segment(), held.token(), owner);
                        return held.token();
                    });
        }

        @Override
        public CompletableFuture<Void> extendClaim(
                String processorName, int segmentId, @Nullable ProcessingContext context) {
            return done(
                    () -> {
                        Held held = owned(processorName, segmentId);
                        put(processorName, held.segment(), held.token(), owner);
                    });
        }

        @Override
        public CompletableFuture<Void> releaseClaim(
                String processorName, int segmentId, @Nullable ProcessingContext context) {
            return done(
                    () -> {
                        Held held = tokens.get(new Key(processorName, segmentId));
                        if (held != null && owner.equals(held.owner())) {
                            put(processorName, held.segment(), held.token(), null);
                        }
                    });
        }

        @Override
        public CompletableFuture<Void> initializeSegment(
                @Nullable TrackingToken token,
                String processorName,
                Segment segment,
                @Nullable ProcessingContext context) {
            return done(
                    () -> {
                        if (tokens.containsKey(new Key(processorName, segment.getSegmentId()))) {
                            throw new UnableToInitializeTokenException(segment + " has a token");
                        }
                        put(processorName, segment, token, null);
                    });
        }

        /** Also an unclaimed one: Axon 5.0.1 releases a segment before it deletes it in a split. */
        @Override
        public CompletableFuture<Void> deleteToken(
                String processorName, int segmentId, @Nullable ProcessingContext context) {
            return done(
                    () -> {
                        Key key = new Key(processorName, segmentId);
                        Held held = tokens.get(key);
                        if (held == null || (held.owner() != null && !owner.equals(held.owner()))) {
                            throw new UnableToClaimTokenException(key + " is not ours");
                        }
                        tokens.remove(key);
                    });
        }

        @Override
        @SuppressWarnings("NullAway") // Axon's signature cannot say that there may be none
        public CompletableFuture<Segment> fetchSegment(
                String processorName, int segmentId, @Nullable ProcessingContext context) {
            return locked(
                    () -> {
                        Held held = tokens.get(new Key(processorName, segmentId));
                        return held == null ? null : held.segment();
                    });
        }

        @Override
        public CompletableFuture<List<Segment>> fetchSegments(
                String processorName, @Nullable ProcessingContext context) {
            return locked(() -> of(processorName).stream().map(Held::segment).sorted().toList());
        }

        @Override
        public CompletableFuture<List<Segment>> fetchAvailableSegments(
                String processorName, @Nullable ProcessingContext context) {
            return locked(
                    () ->
                            of(processorName).stream()
                                    .filter(this::mayClaim)
                                    .map(Held::segment)
                                    .sorted()
                                    .toList());
        }

        @Override
        public CompletableFuture<String> retrieveStorageIdentifier(
                @Nullable ProcessingContext context) {
            return locked(() -> identifier);
        }

        private Held owned(String processorName, int segmentId) {
            Held held = tokens.get(new Key(processorName, segmentId));
            if (held == null || !owner.equals(held.owner())) {
                throw new UnableToClaimTokenException(
                        "%s[%d] is not held by %s".formatted(processorName, segmentId, owner));
            }
            return held;
        }

        private boolean mayClaim(Held held) {
            return held.owner() == null
                    || owner.equals(held.owner())
                    || held.since().plus(claimTimeout).isBefore(clock.instant());
        }
    }

    private List<Held> of(String processor) {
        return tokens.entrySet().stream()
                .filter(entry -> entry.getKey().processor().equals(processor))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean liesBefore(
            @Nullable TrackingToken token, @Nullable TrackingToken stored) {
        return token instanceof GlobalSequenceTrackingToken position
                && stored instanceof GlobalSequenceTrackingToken reached
                && position.getGlobalIndex() < reached.getGlobalIndex();
    }

    private void put(
            String processor,
            Segment segment,
            @Nullable TrackingToken token,
            @Nullable String owner) {
        tokens.put(
                new Key(processor, segment.getSegmentId()),
                new Held(segment, token, owner, clock.instant()));
    }

    private CompletableFuture<Void> done(Runnable work) {
        return locked(
                        () -> {
                            work.run();
                            return true;
                        })
                .thenAccept(done -> {});
    }

    private <T extends @Nullable Object> CompletableFuture<T> locked(Supplier<T> work) {
        return threads.answer(
                () -> {
                    synchronized (tokens) {
                        return work.get();
                    }
                });
    }
}
