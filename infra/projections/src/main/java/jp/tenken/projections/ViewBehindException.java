package jp.tenken.projections;

/** A view did not reach an asked sequence in time. Asking again later may succeed. */
public final class ViewBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the view and the sequence that it lacks; no stack trace, because it is an answer and
     * not a defect.
     */
    public ViewBehindException(ViewName view, long sequence) {
        super(view + " has not reached sequence " + sequence, null, false, false);
    }
}
