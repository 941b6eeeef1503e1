package jp.tenken.vault;

import org.jspecify.annotations.Nullable;

/**
 * The master key is not there, or is not the one of this vault. The message is for the operator and
 * names no secret.
 */
public class MasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With what the operator can do about it.
     *
     * @param cause null where nothing failed before
     */
    public MasterKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
