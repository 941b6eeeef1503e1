package jp.tenken.projections;

/**
 * Hears which pieces of work this process takes over and gives away under {@link WorkClaims}:
 * metrics. Called on any thread, so it must be quick; must not throw.
 */
public interface ClaimListener {

    /** Hears nothing. */
    ClaimListener NONE = new ClaimListener() {};

    /**
     * The process does the work from now on.
     *
     * @param work its name, as {@link WorkClaims#claim} has it
     */
    default void taken(String work) {}

    /** The process has given the work back by itself. */
    default void released(String work) {}

    /** The claim has ended without the process's doing: another took it over, or time ran out. */
    default void lost(String work) {}
}
