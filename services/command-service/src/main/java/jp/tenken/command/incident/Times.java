package jp.tenken.command.incident;

import java.time.Duration;
import java.time.Instant;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.incident.IncidentFacts;
import org.jspecify.annotations.Nullable;

/** What can be said about times of an incident when it is told. */
public final class Times {

    /** How far a client's clock may be ahead of ours. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private Times() {}

    /**
     * Refuses ({@code instant-in-future}) facts of which something happened after it was told.
     *
     * @param facts what is told
     * @param toldAt when
     */
    public static void requirePast(IncidentFacts facts, Instant toldAt) {
        requirePast("learnedAt", facts.learnedAt(), toldAt);
        requirePast("contractorLearnedAt", facts.contractorLearnedAt(), toldAt);
        requirePast("occurredAt", facts.occurredAt(), toldAt);
    }

    private static void requirePast(String field, @Nullable Instant time, Instant toldAt) {
        if (time != null && time.isAfter(toldAt.plus(SKEW))) {
            throw Rejection.invalidField(field, RejectionCodes.INSTANT_IN_FUTURE);
        }
    }
}
