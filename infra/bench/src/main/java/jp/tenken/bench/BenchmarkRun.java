package jp.tenken.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs one benchmark: {@code <name> [engine] [--quick] [--events N]}. */
public final class BenchmarkRun {

    private static final int MISSED = 1;
    private static final int WRONG_USE = 2;
    private static final int BROKEN = 3;

    private BenchmarkRun() {}

    /**
     * Ends the process with 0 when every bar is reached, 1 when one is missed, 2 for a wrong
     * command line, 3 when the run failed.
     */
    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        System.exit(run(List.of(args), out, err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options;
        try {
            options = Benchmarks.options(arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return WRONG_USE;
        }
        try {
            Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
            List<Result> results = Benchmarks.run(options, folder, out, err);
            return results.stream().allMatch(Result::pass) ? 0 : MISSED;
        } catch (Exception failure) {
            failure.printStackTrace(err);
            return BROKEN;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
