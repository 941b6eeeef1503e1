package jp.tenken.storage.sqlite;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.format.CommitSeal;
import jp.tenken.eventstore.tck.CommitFixtures;
import org.jspecify.annotations.Nullable;

/**
 * A Java process beside the test's, which opens a data folder and says on its output how that went.
 */
final class OtherProcess {

    private static final long PATIENCE_SECONDS = 60;

    private static final FileOutputStream OUTPUT = new FileOutputStream(FileDescriptor.out);

    private OtherProcess() {}

    static Process start(String what, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The next line that the process writes; null when it ends without one. */
    static @Nullable String line(Process process) throws Exception {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return output.readLine();
                            } catch (IOException closed) {
                                throw new UncheckedIOException(closed);
                            }
                        })
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(Path.of(arguments[1]), Clock.systemUTC())) {
            say("OPEN");
            switch (arguments[0]) {
                case "hold" -> new CountDownLatch(1).await();
                case "append" -> append(storage.log());
                default -> {}
            }
            storage.notices().forEach(OtherProcess::say);
        } catch (DataFolderException refusal) {
            say(refusal.kind() + " " + refusal.getMessage());
        }
    }

    /**
     * Appends batches of commits behind what is there, without end, and says each last position
     * acknowledged.
     */
    private static void append(CommitLog log) throws Exception {
        TenantHead head = log.tenantHead("t").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            List<Commit> batch = new ArrayList<>();
            long first = head.position();
            for (int i = 0; i < 3; i++) {
                Commit commit = commit(head, 1 + i);
                CommitHeader header = commit.header();
                batch.add(commit);
                head =
                        new TenantHead(
                                header.lastTenantSequence(),
                                header.lastPosition(),
                                header.recordedAtMicros(),
                                header.hash());
            }
            AppendOutcome outcome =
                    log.tryAppend(first, batch).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!(outcome instanceof AppendOutcome.Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
            say(Long.toString(head.position()));
        }
    }

    private static Commit commit(TenantHead head, int events) {
        List<StoredEvent> made = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            made.add(
                    CommitFixtures.event(
                            "Written", CommitFixtures.tag("contract", "c" + head.position() % 7)));
        }
        return new Commit(
                CommitSeal.seal(
                        head.position() + 1,
                        UUID.randomUUID(),
                        "t",
                        head.sequence() + 1,
                        Math.max(CommitFixtures.START_MICROS, head.recordedAtMicros() + 1),
                        made.stream().map(CommitSeal::digest).toList(),
                        head.hash(),
                        Map.of()),
                made);
    }

    private static void say(String line) {
        try {
            OUTPUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            OUTPUT.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
