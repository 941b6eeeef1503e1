package jp.tenken.eventstore.transfer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A history cannot be moved, and why. The message is for the operator. */
public final class TransferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The log that was to be exported has no event of the tenant. */
        TENANT_UNKNOWN,
        /** The file cannot be read or written. */
        FILE_UNUSABLE,
        /** The file is something else. */
        NOT_A_TRANSFER,
        /** The file was written by a newer program. */
        NEWER_FORMAT,
        /** The file ends too early. */
        CUT_OFF,
        /** Bytes of the file, or of the log that is exported, are not what was written. */
        ALTERED,
        /** Commits are missing, doubled or in another order. */
        CHAIN_BROKEN,
        /** The tenant has another history in the target than in the file. */
        DIVERGED,
        /** An append id of the file is somebody else's in the target. */
        APPEND_ID_TAKEN,
        /** The log does not answer or takes nothing now; an import goes on where it stopped. */
        LOG_UNAVAILABLE
    }

    private final Reason reason;

    TransferException(Reason reason, String message) {
        this(reason, message, null);
    }

    TransferException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it cannot be moved. */
    public Reason reason() {
        return reason;
    }

    /** The reason for programs, for ever stable: {@code transfer-cut-off}. */
    public String code() {
        return "transfer-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
