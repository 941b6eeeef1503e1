package jp.tenken.edge;

/**
 * What a process is among others. Whoever assembles one that is not the whole brings it as a bean.
 *
 * @param whole whether it serves all there is; only then there is a try-out, and the contract is
 *     served as it stands, else what is in it of this process
 * @param tellsEvents whether it delivers events, so that it has their documents
 */
public record EdgeRole(boolean whole, boolean tellsEvents) {

    /** Everything in one process. */
    public static final EdgeRole WHOLE = new EdgeRole(true, true);

    /** One of several services. */
    public static EdgeRole part(boolean tellsEvents) {
        return new EdgeRole(false, tellsEvents);
    }
}
