package jp.tenken.eventstore.append;

import java.util.List;
import java.util.function.Consumer;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the ends of tenants and chains that appends need and that are not remembered, for one
 * group of appends at a time. For whoever has the {@link Turn}.
 */
final class LookUps {

    private final ChainHeads heads;
    private final Turn turn;
    private boolean underWay;

    /** How often what was built was taken back. What was looked up before that is out of date. */
    private int era;

    LookUps(ChainHeads heads, Turn turn) {
        this.heads = heads;
        this.turn = turn;
    }

    /** Those for whom it is wait for it, and those behind them too. */
    boolean underWay() {
        return underWay;
    }

    /** What is being looked up is out of date. */
    void outdate() {
        era++;
    }

    /**
     * Looks up what the appends need.
     *
     * @param then gets the failure, or null; what was looked up may be out of date all the same
     */
    void begin(List<PendingAppend> waiting, Consumer<@Nullable Throwable> then) {
        underWay = true;
        int begun = era;
        Futures.whenDone(
                heads.load(waiting),
                turn,
                (loaded, failure) -> {
                    underWay = false;
                    if (loaded != null && begun == era) {
                        loaded.remember();
                    }
                    then.accept(
                            loaded != null || failure != null
                                    ? failure
                                    : new CommitLogException("nothing was looked up"));
                });
    }
}
