package jp.tenken.bench;

/**
 * How much of everything a run does. Ratios are meant to hold at every scale; the small ones only
 * scatter more.
 *
 * @param events in the large log
 * @param small events in the small log that the large one is compared with: a twentieth
 * @param warmUps rounds before the measured ones; fewer leave the compiler at work beside them,
 *     which on two cores is one side's loss
 * @param warmSeconds at least, before the measured rounds of a whole program
 * @param rounds measured, both sides in turns; the median counts
 * @param clients with an append under way at the same time
 * @param appends per round and side, where throughput is measured
 * @param singles per round and side, where one client waits for each append
 * @param reads per round and side, where single reads are measured
 * @param viewEvents that a view is rebuilt from
 * @param millis of a round that goes on for a time
 */
record Scale(
        long events,
        long small,
        int warmUps,
        int warmSeconds,
        int rounds,
        int clients,
        int appends,
        int singles,
        int reads,
        long viewEvents,
        int millis) {

    /** What the bars are meant for. */
    static final Scale FULL =
            new Scale(1_000_000, 50_000, 4, 60, 5, 256, 50_000, 2_000, 2_000, 200_000, 10_000);

    /** Ends within three minutes. */
    static final Scale QUICK =
            new Scale(200_000, 10_000, 6, 60, 5, 256, 20_000, 500, 1_000, 50_000, 3_000);

    /** Only shows that everything runs. */
    static final Scale SMOKE = new Scale(4_000, 1_000, 1, 0, 1, 16, 200, 20, 20, 1_000, 2_000);

    /** The most that is bearable where a read along an index goes through all there is. */
    static final Scale SCANS = new Scale(5_000, 1_000, 2, 10, 5, 256, 1_000, 100, 20, 2_000, 3_000);

    private static final int SMALL_SHARE = 20;

    /**
     * The same with another number of events in the large log, and as large a share in the small.
     */
    Scale of(long otherEvents) {
        return new Scale(
                otherEvents,
                Math.max(1_000, otherEvents / SMALL_SHARE),
                warmUps,
                warmSeconds,
                rounds,
                clients,
                appends,
                singles,
                reads,
                Math.min(viewEvents, otherEvents),
                millis);
    }

    /** The same, but nothing more than in another one. */
    Scale atMost(Scale most) {
        return new Scale(
                Math.min(events, most.events),
                Math.min(small, most.small),
                Math.min(warmUps, most.warmUps),
                Math.min(warmSeconds, most.warmSeconds),
                Math.min(rounds, most.rounds),
                Math.min(clients, most.clients),
                Math.min(appends, most.appends),
                Math.min(singles, most.singles),
                Math.min(reads, most.reads),
                Math.min(viewEvents, most.viewEvents),
                Math.min(millis, most.millis));
    }
}
