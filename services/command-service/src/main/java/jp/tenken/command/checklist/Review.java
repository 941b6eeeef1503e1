package jp.tenken.command.checklist;

import java.util.HashSet;
import java.util.Set;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.RevisionOpened;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision and how far it has come. It follows the events and says what is possible.
 *
 * @param revision the latest revision that was not discarded, from 1
 * @param last the highest number that a revision ever had; numbers are not used again
 * @param confirmed the latest confirmed revision; 0 = none yet
 * @param stage how far the latest one has come
 * @param submittedOnce whether the checklist was ever submitted: from then on changes are explained
 * @param opening what opened the latest revision; null for the first one
 * @param hands who took the former step, in person or through somebody else; empty in a draft
 */
public record Review(
        int revision,
        int last,
        int confirmed,
        Stage stage,
        boolean submittedOnce,
        @Nullable RevisionOpened opening,
        Set<String> hands) {

    /** The first draft. */
    public static final Review FIRST = new Review(1, 1, 0, Stage.DRAFT, false, null, Set.of());

    /** Copies the set. */
    public Review {
        hands = Set.copyOf(hands);
    }

    /** It was handed in. */
    public Review evolve(ChecklistSubmitted event, @Nullable String actor) {
        return new Review(
                revision,
                last,
                confirmed,
                Stage.SUBMITTED,
                true,
                opening,
                hands(actor, event.onBehalfOf()));
    }

    /** It came back, taken back or sent back. */
    public Review cameBack() {
        return at(Stage.DRAFT, Set.of());
    }

    /** The first step agreed. */
    public Review evolve(ChecklistApproved event, @Nullable String actor) {
        return at(Stage.APPROVED, hands(actor, event.onBehalfOf()));
    }

    /** The last step agreed. */
    public Review evolve(ChecklistConfirmed event) {
        return new Review(
                revision, last, revision, Stage.CONFIRMED, submittedOnce, opening, Set.of());
    }

    /** A new one was opened. */
    public Review evolve(RevisionOpened event) {
        return new Review(
                event.revision(),
                Math.max(last, event.revision()),
                confirmed,
                Stage.DRAFT,
                submittedOnce,
                event,
                Set.of());
    }

    /** The latest one was given up: the confirmed one is the latest again. */
    public Review discarded() {
        return new Review(
                confirmed, last, confirmed, Stage.CONFIRMED, submittedOnce, null, Set.of());
    }

    /** Refuses ({@code checklist-in-review}, {@code revision-not-open}) what needs a draft. */
    public void requireDraft() {
        requireNotInReview();
        if (stage == Stage.CONFIRMED) {
            throw Rejection.conflict(RejectionCodes.REVISION_NOT_OPEN);
        }
    }

    /** Refuses ({@code checklist-in-review}) what must not happen between two steps. */
    public void requireNotInReview() {
        if (stage == Stage.SUBMITTED || stage == Stage.APPROVED) {
            throw Rejection.conflict(RejectionCodes.CHECKLIST_IN_REVIEW);
        }
    }

    /** Refuses ({@code checklist-not-submitted}) what answers a submission. */
    public void requireSubmitted() {
        if (stage != Stage.SUBMITTED) {
            throw Rejection.conflict(RejectionCodes.CHECKLIST_NOT_SUBMITTED);
        }
    }

    /** Refuses ({@code checklist-not-submitted}) what ends a review. */
    public void requireInReview() {
        if (stage != Stage.SUBMITTED && stage != Stage.APPROVED) {
            throw Rejection.conflict(RejectionCodes.CHECKLIST_NOT_SUBMITTED);
        }
    }

    /** Refuses ({@code checklist-not-approved}) what follows the approval. */
    public void requireApproved() {
        if (stage != Stage.APPROVED) {
            throw Rejection.conflict(RejectionCodes.CHECKLIST_NOT_APPROVED);
        }
    }

    /** Refuses ({@code revision-already-open}) what begins only after the confirmation. */
    public void requireConfirmed() {
        if (stage != Stage.CONFIRMED) {
            throw Rejection.conflict(RejectionCodes.REVISION_ALREADY_OPEN);
        }
    }

    /**
     * Refuses ({@code revision-not-discardable}) the first revision, which has nothing before it.
     */
    public void requireDiscardable() {
        requireDraft();
        if (confirmed == 0) {
            throw Rejection.conflict(RejectionCodes.REVISION_NOT_DISCARDABLE);
        }
    }

    /**
     * Refuses ({@code duties-not-separated}) a step by whoever took the former one, in person or
     * through somebody else.
     */
    public void requireOtherHands(String actor, @Nullable String onBehalfOf) {
        if (hands.contains(actor) || (onBehalfOf != null && hands.contains(onBehalfOf))) {
            throw Rejection.conflict(RejectionCodes.DUTIES_NOT_SEPARATED);
        }
    }

    private Review at(Stage next, Set<String> by) {
        return new Review(revision, last, confirmed, next, submittedOnce, opening, by);
    }

    private static Set<String> hands(@Nullable String actor, @Nullable String onBehalfOf) {
        Set<String> hands = new HashSet<>();
        if (actor != null) {
            hands.add(actor);
        }
        if (onBehalfOf != null) {
            hands.add(onBehalfOf);
        }
        return hands;
    }
}
