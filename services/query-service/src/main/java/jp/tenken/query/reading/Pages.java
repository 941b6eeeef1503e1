package jp.tenken.query.reading;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Request;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Pages of a list between the request's cursor and the view's rows. */
public final class Pages {

    private static final char SEPARATOR = '\n';

    private Pages() {}

    /**
     * The page that the request asks for, as an answer.
     *
     * @param sources as in {@link UnionPage}
     * @param filter as in {@link UnionPage}; null = all
     * @param item how a row is shown
     */
    public static <R> Mono<Answer> answer(
            Request request,
            ViewReader<R> reader,
            List<RowQuery> sources,
            @Nullable Predicate<R> filter,
            Function<R, Object> item) {
        return read(request, reader, sources, filter)
                .map(
                        page ->
                                request.page(
                                        page.rows().stream()
                                                .map(row -> item.apply(row.row()))
                                                .toList(),
                                        next(page)));
    }

    /** The page that the request asks for, as rows. */
    public static <R> Mono<ViewRows<R>> read(
            Request request,
            ViewReader<R> reader,
            List<RowQuery> sources,
            @Nullable Predicate<R> filter) {
        return new UnionPage<>(reader, sources, filter, request.limit()).behind(after(request));
    }

    /** Where the page behind this one begins, in the words of {@link Request#page}; null = none. */
    public static <R> @Nullable String next(ViewRows<R> page) {
        if (!page.more()) {
            return null;
        }
        ViewRow<R> last = page.rows().getLast();
        return last.sort() + SEPARATOR + last.key();
    }

    private static RowQuery.@Nullable After after(Request request) {
        String place = request.place();
        if (place == null) {
            return null;
        }
        int end = place.lastIndexOf(SEPARATOR);
        return new RowQuery.After(place.substring(0, end), place.substring(end + 1));
    }
}
