package jp.tenken.storage.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Java process beside the test's, which opens a data folder and says on its output how that went.
 */
final class OtherProcess {

    private static final long PATIENCE_SECONDS = 60;

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
        return java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return output.readLine();
                            } catch (IOException closed) {
                                throw new java.io.UncheckedIOException(closed);
                            }
                        })
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(Path.of(arguments[1]), Clock.systemUTC())) {
            say("OPEN");
            if (arguments[0].equals("hold")) {
                new CountDownLatch(1).await();
            }
            storage.notices().forEach(OtherProcess::say);
        } catch (DataFolderException refusal) {
            say(refusal.kind() + " " + refusal.getMessage());
        }
    }

    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try (var out =
                new java.io.FileOutputStream(java.io.FileDescriptor.out) {
                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                }) {
            out.write(bytes);
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }
}
