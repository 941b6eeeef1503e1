package jp.tenken.it.processes;

import java.io.IOException;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.audit.LongSuite;

/** The long form, started by the script {@code run}. */
public final class Processes {

    private static final int ROUNDS = 20;
    private static final int CLIENTS = 16;
    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 6_000;

    private Processes() {}

    /** As {@link LongSuite#main} says. */
    public static void main(String[] arguments) throws IOException {
        LongSuite.main(
                "processes",
                SuiteOptions.of(ROUNDS, CLIENTS),
                arguments,
                (options, folder, say) ->
                        new ProcessesRun(
                                        new ProcessesRun.Settings(
                                                options, folder, SHORTEST_MILLIS, LONGEST_MILLIS),
                                        say)
                                .run());
    }
}
