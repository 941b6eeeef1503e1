package jp.tenken.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import jp.tenken.eventstore.transfer.TransferException;
import jp.tenken.runtime.service.Launch;
import jp.tenken.vault.KeyTransferException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * What is said of a command that failed: one line that begins with a stable code for what was
 * foreseen, then what the code means in Japanese and what happened in English.
 */
final class MoveFailures {

    /** When the storage itself cannot be used. */
    static final String STORAGE = "storage-unusable";

    private static final String MEANINGS = "/tenken/standalone/command-failures.properties";

    private MoveFailures() {}

    /**
     * Says it on the error stream.
     *
     * @return the exit code
     * @throws Exception the failure itself, when nobody has foreseen it
     */
    static int told(Exception failure, CommandLine line, ParseResult arguments) throws Exception {
        String said = said(failure);
        if (said == null) {
            throw failure;
        }
        line.getErr().println(said);
        line.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static @Nullable String said(Exception failure) {
        if (failure instanceof TransferException refusal) {
            return line(refusal.code(), refusal.getMessage());
        }
        if (failure instanceof KeyTransferException refusal) {
            return line(refusal.code(), refusal.getMessage());
        }
        String reason = Launch.reason(failure);
        return reason == null ? null : line(STORAGE, reason);
    }

    private static String line(String code, @Nullable String happened) {
        return "%s: %s / %s".formatted(code, meaning(code), happened);
    }

    /** What a code means, in Japanese. */
    static String meaning(String code) {
        Properties meanings = new Properties();
        try (InputStream in = MoveFailures.class.getResourceAsStream(MEANINGS);
                Reader text =
                        new InputStreamReader(
                                Objects.requireNonNull(in, MEANINGS), StandardCharsets.UTF_8)) {
            meanings.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Objects.requireNonNull(meanings.getProperty(code), code);
    }
}
