package jp.tenken.projections;

import java.time.Duration;

/**
 * How several processes share the keeping of views.
 *
 * @param claims who keeps what
 * @param owner this process, different in every process and every life of it
 * @param lasting how long a view stays with a process that says nothing any more, at least 10 ms;
 *     claims are renewed after a third of it
 */
public record SharedWork(WorkClaims claims, String owner, Duration lasting) {

    /** 5 s: how long a view stands still at most, give or take a round, when its process dies. */
    public static final Duration LASTING = Duration.ofSeconds(5);

    private static final int ROUNDS = 3;

    /** Refuses what could not work. */
    public SharedWork {
        if (owner.isBlank() || lasting.toMillis() < 10) {
            throw new IllegalArgumentException("an owner has a name and keeps for 10 ms or more");
        }
    }

    /** The pause between two rounds, in milliseconds. */
    long roundMillis() {
        return lasting.toMillis() / ROUNDS;
    }
}
