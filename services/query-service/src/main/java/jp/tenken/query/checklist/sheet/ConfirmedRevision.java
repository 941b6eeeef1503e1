package jp.tenken.query.checklist.sheet;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.checklist.RevisionKind;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was confirmed. Its answers are those of the row as it stood before the next
 * revision was opened, so no row holds more than one revision's.
 *
 * @param number from 1
 * @param effectiveOn from which day it is in force
 * @param kind as in {@link LatestRevision}
 * @param reason as in {@link LatestRevision}
 * @param consultationId as in {@link LatestRevision}
 * @param lastSequence the tenant sequence at which the row held its answers for the last time;
 *     {@link #STANDING} while the row still holds them
 */
public record ConfirmedRevision(
        int number,
        LocalDate effectiveOn,
        @Nullable RevisionKind kind,
        @Nullable String reason,
        @Nullable ConsultationId consultationId,
        long lastSequence) {

    /** No later revision was opened, or it was discarded. */
    static final long STANDING = 0;

    static ConfirmedRevision of(LatestRevision latest, LocalDate effectiveOn) {
        return new ConfirmedRevision(
                latest.number(),
                effectiveOn,
                latest.kind(),
                latest.reason(),
                latest.consultationId(),
                STANDING);
    }

    ConfirmedRevision heldUntil(long sequence) {
        return new ConfirmedRevision(number, effectiveOn, kind, reason, consultationId, sequence);
    }

    LatestRevision again() {
        return new LatestRevision(
                number, RevisionState.CONFIRMED, kind, reason, consultationId, List.of());
    }

    /**
     * Which of the confirmed revisions is in force on a day: of those that are effective by then
     * the one that was confirmed last, whatever its day; null where none is effective yet. A
     * revision that was confirmed for a later day and superseded before it never comes into force.
     *
     * @param confirmed in the order of their confirmation
     */
    static @Nullable ConfirmedRevision inForceOn(LocalDate day, List<ConfirmedRevision> confirmed) {
        return confirmed.reversed().stream()
                .filter(each -> !each.effectiveOn().isAfter(day))
                .findFirst()
                .orElse(null);
    }
}
