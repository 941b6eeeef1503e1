package jp.tenken.query.checklist.sheet;

import java.time.Instant;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
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
 * @param consultationId the consultation that the decision follows; null = none
 * @param decidedBy who decided; null where the event names nobody
 * @param decidedAt when
 * @param version number of decisions and reconfirmations recorded on the item, from 1; never falls
 * @param stale whether facts or policies changed since somebody looked at it
 */
public record DecidedItem(
        Answer answer,
        @Nullable String reason,
        @Nullable String changeReason,
        @Nullable String note,
        @Nullable ConsultationId consultationId,
        @Nullable RecordedActor decidedBy,
        Instant decidedAt,
        long version,
        boolean stale) {

    static DecidedItem of(ItemDecided event, Envelope envelope, @Nullable DecidedItem before) {
        return new DecidedItem(
                event.answer(),
                event.reason(),
                event.changeReason(),
                event.note(),
                null,
                RecordedActor.of(envelope),
                envelope.time(),
                before == null ? 1 : before.version() + 1,
                false);
    }

    static DecidedItem of(
            ItemDecisionRevised event, Envelope envelope, @Nullable DecidedItem before) {
        return new DecidedItem(
                event.to().answer(),
                event.to().reason(),
                event.changeReason(),
                event.note(),
                event.consultationId(),
                RecordedActor.of(envelope),
                envelope.time(),
                before == null ? 1 : before.version() + 1,
                false);
    }

    DecidedItem reconfirmed() {
        return with(version + 1, false);
    }

    DecidedItem gotStale() {
        return with(version, true);
    }

    DecidedItem at(long newer) {
        return with(newer, stale);
    }

    private DecidedItem with(long newer, boolean old) {
        return new DecidedItem(
                answer,
                reason,
                changeReason,
                note,
                consultationId,
                decidedBy,
                decidedAt,
                newer,
                old);
    }
}
