package jp.tenken.eventstore.append;

import java.util.List;
import java.util.concurrent.Executor;
import jp.tenken.eventstore.Commit;

/**
 * What becomes of appends whose batch was not acknowledged: told what stands, told that nobody
 * knows, or tried again. For whoever has the {@link Turn}.
 */
final class Unanswered {

    private final AppenderSettings settings;
    private final Executor answers;
    private final ConflictWindow window;

    Unanswered(AppenderSettings settings, Executor answers, ConflictWindow window) {
        this.settings = settings;
        this.answers = answers;
        this.window = window;
    }

    void fail(List<PendingAppend> batch, Throwable cause) {
        batch.forEach(each -> answers.execute(() -> each.answer.completeExceptionally(cause)));
    }

    /** Nobody knows what became of a write behind this position. */
    AppendOutcomeUnknownException unknown(long head) {
        return AppendOutcomeUnknownException.behind(head, settings.patience());
    }

    /** Answers those that stand, or were outrun too often, and returns the others. */
    List<PendingAppend> toTryAgain(List<PendingAppend> batch) {
        return batch.stream().filter(this::isToTryAgain).toList();
    }

    private boolean isToTryAgain(PendingAppend pending) {
        Commit own = window.find(pending.request.appendId());
        if (own != null) {
            answers.execute(() -> pending.answer.complete(new AppendReceipt(own, false)));
            return false;
        }
        if (++pending.lostRaces > settings.lostRaces()) {
            fail(List.of(pending), AppendRefusedException.contended(settings.lostRaces()));
            return false;
        }
        return !pending.answer.isDone();
    }
}
