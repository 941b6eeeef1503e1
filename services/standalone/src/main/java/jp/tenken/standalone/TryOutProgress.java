package jp.tenken.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenken.vault.Vault;

/**
 * Whether this start brings the try-out's content, and how far it is. That it was begun and that it
 * was completed is kept beside the keys, so that a first start which was broken off is completed by
 * the next. Thread-safe.
 */
final class TryOutProgress {

    private static final String KIND = "try-out";
    private static final String BEGUN = "begun";
    private static final String COMPLETED = "completed";

    /** Of the content of a first start. */
    enum State {
        /**
         * There is none to bring: the log has its own history, or an identity provider is
         * configured.
         */
        NOT_WANTED,
        /** It is going in. */
        UNDER_WAY,
        /** It is there. */
        COMPLETE,
        /** It could not be brought in. */
        FAILED
    }

    private final Vault vault;
    private final Instant begun;
    private final AtomicReference<State> state;

    private TryOutProgress(Vault vault, Instant begun, State state) {
        this.vault = vault;
        this.begun = begun;
        this.state = new AtomicReference<>(state);
    }

    /** A start with an identity provider: no try-out. */
    static TryOutProgress none(Vault vault, Instant now) {
        return new TryOutProgress(vault, now, State.NOT_WANTED);
    }

    /**
     * A start without an identity provider.
     *
     * @param emptyLog whether nothing has ever been recorded
     * @param now when it began, unless an earlier start began with it
     */
    static CompletableFuture<TryOutProgress> of(Vault vault, boolean emptyLog, Instant now) {
        return vault.ids(KIND)
                .thenCompose(
                        marks -> {
                            if (marks.contains(COMPLETED)) {
                                return CompletableFuture.completedFuture(
                                        new TryOutProgress(vault, now, State.COMPLETE));
                            }
                            if (!emptyLog && !marks.contains(BEGUN)) {
                                return CompletableFuture.completedFuture(none(vault, now));
                            }
                            return mark(vault, BEGUN, now)
                                    .thenApply(
                                            begun ->
                                                    new TryOutProgress(
                                                            vault, begun, State.UNDER_WAY));
                        });
    }

    State state() {
        return state.get();
    }

    /** When the first start began that brings the content. */
    Instant begun() {
        return begun;
    }

    /** It is there, as of now. */
    CompletableFuture<Void> completed(Instant now) {
        return mark(vault, COMPLETED, now).thenAccept(done -> state.set(State.COMPLETE));
    }

    void failed() {
        state.set(State.FAILED);
    }

    /** The instant of the mark that is there afterwards. */
    private static CompletableFuture<Instant> mark(Vault vault, String what, Instant now) {
        return vault.putIfAbsent(KIND, what, now.toString().getBytes(StandardCharsets.US_ASCII))
                .thenApply(mark -> Instant.parse(new String(mark, StandardCharsets.US_ASCII)));
    }
}
