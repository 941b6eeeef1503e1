package jp.tenken.vault;

import org.jspecify.annotations.Nullable;

/** The vault could not be read or written. The message names no secret. */
public class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With what went wrong below.
     *
     * @param cause the storage's own failure; null where there is none
     */
    public VaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
