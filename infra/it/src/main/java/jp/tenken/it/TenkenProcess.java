package jp.tenken.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tenken.standalone.StandaloneApplication;

/**
 * A program as a child process, started as anybody starts it: settings from the environment, an
 * answer on its port, lines on its output.
 *
 * <p>It runs on the JDK and the class path of this process. Thread-safe.
 */
public final class TenkenProcess implements AutoCloseable {

    /** Longest wait for a start or an end; a busy machine may need much of it. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern ADDRESS = Pattern.compile("runs at (http://[^\\s:]+:[0-9]+)");
    private static final int MEGABYTES = 768;
    private static final int POLL_MILLIS = 50;
    private static final int TAIL_CHARACTERS = 4_000;

    private final Process process;
    private final Path output;

    private TenkenProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        // Whoever breaks off a long suite does not want to look for its children.
        Thread hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        var unused =
                process.onExit().thenAccept(ended -> Runtime.getRuntime().removeShutdownHook(hook));
    }

    /**
     * Starts the standalone program and returns at once.
     *
     * @param data its data folder
     * @param port 0 = a free one, chosen by the system
     * @param output file for what it says; begun anew
     */
    public static TenkenProcess launch(Path data, int port, Path output) {
        return launch(data, port, output, Map.of());
    }

    /**
     * As {@link #launch(Path, int, Path)}, with further settings.
     *
     * @param settings as environment variables
     */
    public static TenkenProcess launch(
            Path data, int port, Path output, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("TENKEN_DATA", data.toString());
        all.putIfAbsent("SERVER_PORT", Integer.toString(port));
        return launch(StandaloneApplication.class, List.of(), all, MEGABYTES, output);
    }

    /**
     * Starts any program of the class path and returns at once.
     *
     * @param main its main class
     * @param arguments of its command line
     * @param settings as environment variables
     * @param megabytes of heap
     * @param output file for what it says; begun anew
     */
    public static TenkenProcess launch(
            Class<?> main,
            List<String> arguments,
            Map<String, String> settings,
            int megabytes,
            Path output) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Xmx" + megabytes + "m");
        // A process that lives for seconds gains nothing from the second compiler.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            return new TenkenProcess(builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Waits until the program says that it is in good health; on a first start that includes the
     * content of the try-out.
     *
     * @return where it answers
     * @throws IllegalStateException when it ends before, or does not get there in time
     */
    public URI awaitHealthy() {
        return await(ADDRESS, said -> healthy(URI.create(said)), URI::create);
    }

    /**
     * Waits until the program has said something.
     *
     * @param what with one group
     * @return what the group holds
     * @throws IllegalStateException when it ends before, or does not get there in time
     */
    public String awaitSaid(Pattern what) {
        return await(what, said -> true, said -> said);
    }

    private <T> T await(Pattern what, Predicate<String> enough, Function<String, T> result) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "the program ended with %d before it was ready:\n%s"
                                .formatted(process.exitValue(), tail()));
            }
            Matcher line = what.matcher(output());
            if (line.find() && enough.test(line.group(1))) {
                return result.apply(line.group(1));
            }
            pause(POLL_MILLIS);
        } while (System.nanoTime() < deadline);
        throw new IllegalStateException("the program did not become ready:\n" + tail());
    }

    /**
     * Waits for the program to end by itself.
     *
     * @return its exit code
     * @throws IllegalStateException when it does not end
     */
    public int awaitEnd() {
        if (!pause(PATIENCE.toMillis())) {
            throw new IllegalStateException("the program did not end:\n" + tail());
        }
        return process.exitValue();
    }

    /**
     * Lets time pass.
     *
     * @return whether the program has ended
     */
    public boolean pause(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends the program without asking it ({@code kill -9}), and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        var unused = awaitEnd();
    }

    /** Asks the program to end ({@code SIGTERM}); returns at once. */
    public void terminate() {
        process.destroy();
    }

    /** Asks the program to end, and waits until it has. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Its number, by which tools of the JDK find it. */
    public long pid() {
        return process.pid();
    }

    /** All that it has said so far. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends it if it still runs. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private static boolean healthy(URI address) {
        try (TenkenHttp http = new TenkenHttp(address)) {
            return http.send(Call.get("/actuator/health")).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String tail() {
        String said = output();
        return said.substring(Math.max(0, said.length() - TAIL_CHARACTERS));
    }
}
