package jp.tenken.standalone;

import java.nio.charset.StandardCharsets;
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
    private final AtomicReference<State> state;

    private TryOutProgress(Vault vault, State state) {
        this.vault = vault;
        this.state = new AtomicReference<>(state);
    }

    /** A start with an identity provider: no try-out. */
    static TryOutProgress none(Vault vault) {
        return new TryOutProgress(vault, State.NOT_WANTED);
    }

    /**
     * A start without an identity provider.
     *
     * @param emptyLog whether nothing has ever been recorded
     */
    static CompletableFuture<TryOutProgress> of(Vault vault, boolean emptyLog) {
        return vault.ids(KIND)
                .thenCompose(
                        marks -> {
                            if (marks.contains(COMPLETED)) {
                                return CompletableFuture.completedFuture(
                                        new TryOutProgress(vault, State.COMPLETE));
                            }
                            if (!emptyLog && !marks.contains(BEGUN)) {
                                return CompletableFuture.completedFuture(none(vault));
                            }
                            return mark(vault, BEGUN)
                                    .thenApply(begun -> new TryOutProgress(vault, State.UNDER_WAY));
                        });
    }

    State state() {
        return state.get();
    }

    CompletableFuture<Void> completed() {
        return mark(vault, COMPLETED).thenAccept(done -> state.set(State.COMPLETE));
    }

    void failed() {
        state.set(State.FAILED);
    }

    private static CompletableFuture<byte[]> mark(Vault vault, String what) {
        return vault.putIfAbsent(KIND, what, what.getBytes(StandardCharsets.US_ASCII));
    }
}
