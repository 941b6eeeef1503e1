package jp.tenken.it.crash;

import java.io.IOException;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.LongSuite;

/** The long form, started by the script {@code run}. */
public final class Crash {

    private static final int ROUNDS = 50;
    private static final int CLIENTS = 32;
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 6_000;

    private Crash() {}

    /** As {@link LongSuite#main} says. Data is left only where something was found. */
    public static void main(String[] arguments) throws IOException {
        LongSuite.main(
                "crash",
                SuiteOptions.of(ROUNDS, CLIENTS),
                arguments,
                (options, folder, say) -> {
                    Findings findings =
                            new CrashRun(
                                            new CrashRun.Settings(
                                                    options,
                                                    folder,
                                                    SHORTEST_MILLIS,
                                                    LONGEST_MILLIS),
                                            say)
                                    .run();
                    if (findings.total() == 0) {
                        FolderAudit.delete(folder);
                    }
                    return findings;
                });
    }
}
