package jp.tenken.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A process with some engines on one log, as {@link ContendingProcess} runs it, seen from the
 * benchmark. For one thread.
 */
final class Contender implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private Contender(Process process) {
        this.process = process;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * What an engine came to in a round.
     *
     * @param appended appends that were durable in time
     * @param givenUp appends that were refused because others were faster too often
     * @param writes begun
     * @param lost writes that found the log longer than they believed
     * @param chains of which the end was looked up
     */
    record Counts(long appended, long givenUp, long writes, long lost, long chains) {

        private static Counts of(String text) {
            String[] counts = text.split(",", -1);
            return new Counts(
                    Long.parseLong(counts[0]),
                    Long.parseLong(counts[1]),
                    Long.parseLong(counts[2]),
                    Long.parseLong(counts[3]),
                    Long.parseLong(counts[4]));
        }
    }

    /**
     * Starts a process and waits until its engines are open.
     *
     * @param settings of the log
     * @param engines how many
     * @param clients of each
     * @param number of the process, from 0; what it appends nobody else does
     */
    static Contender start(Map<String, String> settings, int engines, int clients, int number)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx768m",
                                "-Daxoniq.update-checker.disabled=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ContendingProcess.class.getName()));
        for (int each : List.of(engines, clients, number)) {
            command.add(Integer.toString(each));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(MongoServer.URI, settings.get("tenken.mongodb.uri"));
        builder.environment()
                .put(ContendingProcess.DATABASE, settings.get("tenken.mongodb.database"));
        Contender contender = new Contender(builder.start());
        contender.answer(ContendingProcess.READY);
        return contender;
    }

    /** Tells the process to append for a time; {@link #counts} waits for the end. */
    void append(int millis) throws IOException {
        orders.write(millis + "\n");
        orders.flush();
    }

    /** What came of it, for each engine. */
    List<Counts> counts() throws IOException {
        return Arrays.stream(answer(ContendingProcess.DONE).split(" ")).map(Counts::of).toList();
    }

    /** The rest of the next line that begins so; others are what its libraries say. */
    private String answer(String beginning) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
        }
        throw new IOException("a contending process ended");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
