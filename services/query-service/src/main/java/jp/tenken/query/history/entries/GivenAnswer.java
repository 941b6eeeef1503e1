package jp.tenken.query.history.entries;

import java.util.Objects;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemAnswer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import org.jspecify.annotations.Nullable;

/**
 * What stood at an item before or after a decision.
 *
 * @param answer undecided, implement or not_needed
 * @param symbol what is printed: nothing, ○ or －
 * @param reason why
 * @param note what somebody wanted to remember
 */
public record GivenAnswer(
        Answer answer, String symbol, @Nullable String reason, @Nullable String note) {

    static final GivenAnswer NONE =
            new GivenAnswer(Answer.UNDECIDED, Answer.UNDECIDED.symbol(), null, null);

    static GivenAnswer of(ItemDecided event) {
        return new GivenAnswer(
                event.answer(), event.answer().symbol(), event.reason(), event.note());
    }

    static GivenAnswer of(ItemDecisionRevised event) {
        return of(event.to(), event.note());
    }

    /**
     * What the event says stood before it. A discarded revision may have left another answer in the
     * history; its note is taken only where the answer is the same.
     */
    static GivenAnswer before(ItemDecisionRevised event, @Nullable GivenAnswer last) {
        GivenAnswer from = of(event.from(), null);
        return last != null
                        && last.answer() == from.answer()
                        && Objects.equals(last.reason(), from.reason())
                ? last
                : from;
    }

    private static GivenAnswer of(ItemAnswer answer, @Nullable String note) {
        return new GivenAnswer(answer.answer(), answer.answer().symbol(), answer.reason(), note);
    }
}
