package jp.tenken.vault;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keys cannot be moved to another vault, and why. The message is for the operator. */
public final class KeyTransferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The passphrase is too short to protect anything. */
        PASSPHRASE_TOO_SHORT,
        /** The passphrase is not the one of the file, or its header is altered. */
        PASSPHRASE_WRONG,
        /** The file cannot be read or written. */
        FILE_UNUSABLE,
        /** The file is something else, or of a newer program. */
        NOT_A_KEY_FILE,
        /** The file ends too early. */
        CUT_OFF,
        /** Bytes of the file are not what was written. */
        ALTERED,
        /** The keys belong to another tenant than the history. */
        OTHER_TENANT,
        /** The vault has another key under the same id. */
        KEY_DIFFERS,
        /** The vault does not answer. */
        VAULT_UNAVAILABLE
    }

    private final Reason reason;

    KeyTransferException(Reason reason, String message) {
        this(reason, message, null);
    }

    KeyTransferException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why they cannot be moved. */
    public Reason reason() {
        return reason;
    }

    /** The reason for programs, for ever stable: {@code keys-passphrase-wrong}. */
    public String code() {
        return "keys-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
