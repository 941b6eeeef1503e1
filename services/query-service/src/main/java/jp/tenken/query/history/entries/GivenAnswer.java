package jp.tenken.query.history.entries;

import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
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
}
