package jp.tenken.projections;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads one view as the records that it consists of. What read endpoints hold.
 *
 * <p>Safe for any number of threads; never blocks; futures complete on the store's executor and
 * fail as {@link ViewStore} says.
 *
 * @param <R> the row
 */
public final class ViewReader<R> {

    private final View<R> view;
    private final ViewStore store;
    private final RowCodec<R> codec;

    private ViewReader(View<R> view, ViewStore store, RowCodec<R> codec) {
        this.view = view;
        this.store = store;
        this.codec = codec;
    }

    /** A reader of this view in this store. */
    public static <R> ViewReader<R> of(View<R> view, ViewStore store, RowCodecs codecs) {
        return new ViewReader<>(view, store, codecs.of(view.rowType()));
    }

    /** Which view, for {@link SequenceGate}. */
    public ViewName name() {
        return view.name();
    }

    /** The row as it stands now. */
    public CompletableFuture<Optional<ViewRow<R>>> find(String tenant, String key) {
        return find(tenant, key, Row.OPEN);
    }

    /**
     * The row as it stood.
     *
     * @param tenant whose row; never another's, also for views kept in a shared partition
     * @param sequence tenant sequence at which it stood, or {@link Row#OPEN} for now
     */
    public CompletableFuture<Optional<ViewRow<R>>> find(String tenant, String key, long sequence) {
        return store.find(view.name(), view.rowKey(tenant, key), sequence)
                .thenApply(found -> found.map(this::decode));
    }

    /**
     * A page; {@link RowQuery#tenant()} is the tenant, or the partition of a view that is kept in a
     * shared one.
     */
    public CompletableFuture<ViewRows<R>> list(RowQuery query) {
        return store.list(view.name(), query)
                .thenApply(
                        page ->
                                new ViewRows<>(
                                        page.rows().stream().map(this::decode).toList(),
                                        page.more()));
    }

    private ViewRow<R> decode(Row row) {
        return new ViewRow<>(
                row.key().key(),
                row.since(),
                row.until(),
                row.sort(),
                codec.decode(row.document()));
    }
}
