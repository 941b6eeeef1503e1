package jp.tenken.query.checklist.sheet;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two checklists.
 *
 * @param items that differ, in the order of their codes
 */
public record DiffAnswer(List<Item> items) {

    /**
     * An item that differs.
     *
     * @param itemCode which item
     * @param before what stood
     * @param after what stands
     * @param actor who decided what stands; null where it is undecided
     * @param at when
     * @param reason why it has the answer
     * @param changeReason why it was decided otherwise
     * @param consultationId the consultation that the decision follows; null = none
     */
    public record Item(
            ItemCode itemCode,
            Given before,
            Given after,
            @Nullable ShownActor actor,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable String changeReason,
            @Nullable ConsultationId consultationId) {}

    /**
     * What stands at an item.
     *
     * @param answer undecided, implement or not_needed
     * @param symbol what is printed: nothing, ○ or －
     * @param reason why
     * @param note what somebody wanted to remember
     */
    public record Given(
            Answer answer, String symbol, @Nullable String reason, @Nullable String note) {

        static Given of(@Nullable DecidedItem item) {
            return item == null
                    ? new Given(Answer.UNDECIDED, Answer.UNDECIDED.symbol(), null, null)
                    : new Given(item.answer(), item.answer().symbol(), item.reason(), item.note());
        }
    }

    static DiffAnswer of(List<Difference> differences, Disclosed shown) {
        return new DiffAnswer(differences.stream().map(each -> item(each, shown)).toList());
    }

    private static Item item(Difference each, Disclosed shown) {
        DecidedItem after = each.after();
        return new Item(
                ItemCode.of(each.itemCode()),
                Given.of(each.before()),
                Given.of(after),
                shown.actor(each.actor()),
                after == null ? null : after.decidedAt(),
                after == null ? null : after.reason(),
                after == null ? null : after.changeReason(),
                after == null ? null : after.consultationId());
    }
}
