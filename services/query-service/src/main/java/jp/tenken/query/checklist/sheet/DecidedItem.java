package jp.tenken.query.checklist.sheet;

import java.time.Instant;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.projections.Envelope;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * The latest decision on an item.
 *
 * @param answer implement or not_needed
 * @param reason why; printed with －
 * @param changeReason why it was decided otherwise than before
 * @param note what somebody wanted to remember
 * @param decidedBy who decided; null where the event names nobody
 * @param decidedAt when
 * @param version number of decisions recorded on the item, from 1
 */
public record DecidedItem(
        Answer answer,
        @Nullable String reason,
        @Nullable String changeReason,
        @Nullable String note,
        @Nullable RecordedActor decidedBy,
        Instant decidedAt,
        long version) {

    static DecidedItem of(ItemDecided event, Envelope envelope, @Nullable DecidedItem before) {
        return new DecidedItem(
                event.answer(),
                event.reason(),
                event.changeReason(),
                event.note(),
                RecordedActor.of(envelope),
                envelope.time(),
                before == null ? 1 : before.version() + 1);
    }
}
