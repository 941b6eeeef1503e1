package jp.tenken.it.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.audit.Findings;

/** The long form, started by the script {@code run}. */
public final class Crash {

    private static final int ROUNDS = 50;
    private static final int CLIENTS = 32;
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 6_000;

    private Crash() {}

    /**
     * Runs and exits: 0 when every promise was kept, 1 when one was broken, 2 for arguments that
     * mean nothing.
     *
     * @param arguments {@code --rounds N}, {@code --clients N}, {@code --seed N}
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SuiteOptions options = SuiteOptions.of(ROUNDS, CLIENTS);
        try {
            options = options.with(arguments);
        } catch (IllegalArgumentException meaningless) {
            out.println("usage: crash [--rounds 1-] [--clients 1-90] [--seed N]");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("tenken-crash");
        Findings findings =
                new CrashRun(
                                new CrashRun.Settings(
                                        options.rounds(),
                                        options.clients(),
                                        options.seed(),
                                        folder,
                                        SHORTEST_MILLIS,
                                        LONGEST_MILLIS),
                                out::println)
                        .run();
        if (findings.total() == 0) {
            FolderAudit.delete(folder);
        } else {
            out.println("what is left is in " + folder);
        }
        System.exit(findings.total() == 0 ? 0 : 1);
    }
}
