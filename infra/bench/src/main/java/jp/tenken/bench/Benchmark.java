package jp.tenken.bench;

/** One entry of the table of benchmarks. */
interface Benchmark {

    /** What is divided by what, and at which layer, in a sentence. */
    String measures();

    /** Whether it needs an engine that several processes may have open at once. */
    default boolean needsSharing() {
        return false;
    }

    /** Measures, and reports figures and results. */
    void run(Stand stand) throws Exception;
}
