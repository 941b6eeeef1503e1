package jp.tenken.projections;

/** The store of views could not be read or written, for a reason that lies with the storage. */
public class ViewStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the storage's own failure as cause. */
    public ViewStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
