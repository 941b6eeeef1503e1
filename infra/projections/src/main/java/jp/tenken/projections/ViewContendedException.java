package jp.tenken.projections;

/**
 * The view was not where its processor had left it: another process writes it, or an unanswered
 * write had arrived.
 */
final class ViewContendedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ViewContendedException(ViewName view, long position) {
        super(view + " is no longer at position " + position, null, false, false);
    }
}
