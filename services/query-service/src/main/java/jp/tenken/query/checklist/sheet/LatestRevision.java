package jp.tenken.query.checklist.sheet;

import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import org.jspecify.annotations.Nullable;

/**
 * The revision that is being worked on, or was worked on last.
 *
 * @param number from 1
 * @param state where it stands
 * @param kind why it was opened; null for the first one
 * @param reason the same in words; null for the first one
 * @param consultationId the consultation that it carries; null = none
 * @param replaced what stood before the decisions of this revision, for the case that it is
 *     discarded; empty for the first one, and once it is confirmed
 */
public record LatestRevision(
        int number,
        RevisionState state,
        @Nullable RevisionKind kind,
        @Nullable String reason,
        @Nullable ConsultationId consultationId,
        List<Replaced> replaced) {

    /** The revision with which a checklist is opened. */
    static final LatestRevision FIRST =
            new LatestRevision(1, RevisionState.DRAFT, null, null, null, List.of());

    /** Copies the list. */
    public LatestRevision {
        replaced = List.copyOf(replaced);
    }

    /**
     * What stood at an item before this revision touched it.
     *
     * @param itemCode which item
     * @param before its decision
     */
    public record Replaced(String itemCode, DecidedItem before) {}

    static LatestRevision of(RevisionOpened event) {
        return new LatestRevision(
                event.revision(),
                RevisionState.DRAFT,
                event.kind(),
                event.reason(),
                event.consultationId(),
                List.of());
    }

    LatestRevision in(RevisionState next) {
        return new LatestRevision(
                number,
                next,
                kind,
                reason,
                consultationId,
                next == RevisionState.CONFIRMED ? List.of() : replaced);
    }

    LatestRevision replacing(List<Replaced> next) {
        return new LatestRevision(number, state, kind, reason, consultationId, next);
    }

    /** Whether what stood before its decisions is to be remembered. */
    boolean discardable() {
        return number > 1 && state != RevisionState.CONFIRMED;
    }
}
