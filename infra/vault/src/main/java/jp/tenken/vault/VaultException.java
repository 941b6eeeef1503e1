package jp.tenken.vault;

/** The vault could not be read or written. The message names no secret. */
public class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the storage's own failure as cause. */
    public VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
