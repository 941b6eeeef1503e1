package jp.tenken.standalone;

import jp.tenken.eventstore.transfer.TransferException;
import jp.tenken.runtime.service.Launch;
import jp.tenken.vault.KeyTransferException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What is said of a command that failed: one line with a stable code for what was foreseen. */
final class MoveFailures {

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
            return "%s: %s".formatted(refusal.code(), refusal.getMessage());
        }
        if (failure instanceof KeyTransferException refusal) {
            return "%s: %s".formatted(refusal.code(), refusal.getMessage());
        }
        String reason = Launch.reason(failure);
        return reason == null ? null : "storage-unusable: " + reason;
    }
}
