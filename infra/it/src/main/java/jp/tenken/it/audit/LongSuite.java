package jp.tenken.it.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import jp.tenken.it.SuiteOptions;

/** The long form of a suite as the script {@code run} starts it: a process of its own. */
public final class LongSuite {

    private LongSuite() {}

    /** A run. */
    @FunctionalInterface
    public interface Run {

        /**
         * Runs to the end.
         *
         * @param folder for what is left; empty. Gone afterwards where nothing is
         * @param say hears what there is to tell
         */
        Findings run(SuiteOptions options, Path folder, Consumer<String> say);
    }

    /**
     * Runs and exits: 0 when every promise was kept, 1 when one was broken, 2 for arguments that
     * mean nothing.
     *
     * @param name of the suite
     * @param usual what is not said otherwise
     * @param arguments {@code --rounds N}, {@code --clients N}, {@code --seed N}
     */
    public static void main(String name, SuiteOptions usual, String[] arguments, Run suite)
            throws IOException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SuiteOptions options = usual;
        try {
            options = usual.with(arguments);
        } catch (IllegalArgumentException meaningless) {
            out.printf("usage: %s [--rounds 1-] [--clients 1-90] [--seed N]%n", name);
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("tenken-" + name);
        Findings findings = suite.run(options, folder, out::println);
        if (Files.exists(folder)) {
            out.println("what is left is in " + folder);
        }
        System.exit(findings.total() == 0 ? 0 : 1);
    }
}
