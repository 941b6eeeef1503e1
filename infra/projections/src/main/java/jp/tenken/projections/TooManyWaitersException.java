package jp.tenken.projections;

/** As many readers as allowed already wait for views. Asking again later may succeed. */
public final class TooManyWaitersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the bound; no stack trace, because it is an answer and not a defect. */
    public TooManyWaitersException(int bound) {
        super("already " + bound + " readers wait for views", null, false, false);
    }
}
