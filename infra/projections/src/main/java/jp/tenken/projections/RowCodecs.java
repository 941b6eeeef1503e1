package jp.tenken.projections;

/**
 * Gives the codec of a row type, so that a view needs to name no serializer. Safe for any number of
 * threads.
 */
@FunctionalInterface
public interface RowCodecs {

    /** The codec of a row type; called once per view and reader. */
    <R> RowCodec<R> of(Class<R> rowType);
}
