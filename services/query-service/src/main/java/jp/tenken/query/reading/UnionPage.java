package jp.tenken.query.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A page of the rows that at least one of several queries finds, each row once, in one order: what
 * a caller with several departments sees of a list.
 *
 * <p>Every query answers in the same order, so a row is certain to be next once every query that
 * has more rows has answered beyond it. One round of reads makes a page, however many rows there
 * are; only a filter that the store cannot apply may need further rounds.
 *
 * @param <R> the view's row
 */
public final class UnionPage<R> {

    private static final int READS_AT_A_TIME = 8;
    private static final int FURTHER_READ = 1_000;

    private final ViewReader<R> reader;
    private final List<RowQuery> sources;
    private final @Nullable Predicate<R> filter;
    private final Comparator<ViewRow<R>> order;
    private final int limit;

    /**
     * A page to be read.
     *
     * @param reader of the view
     * @param sources alike in order and sequence; what they say of {@code after} and {@code limit}
     *     is ignored; none = an empty page
     * @param filter which of the found rows to show; null = all
     * @param limit rows of the page, 1 or more
     */
    public UnionPage(
            ViewReader<R> reader,
            List<RowQuery> sources,
            @Nullable Predicate<R> filter,
            int limit) {
        this.reader = reader;
        this.sources = List.copyOf(sources);
        this.filter = filter;
        this.limit = limit;
        Comparator<ViewRow<R>> ascending =
                Comparator.comparing((ViewRow<R> row) -> row.sort()).thenComparing(ViewRow::key);
        boolean descending = !sources.isEmpty() && sources.getFirst().descending();
        this.order = descending ? ascending.reversed() : ascending;
    }

    /** The page behind {@code after}; null = the first one. */
    public Mono<ViewRows<R>> behind(RowQuery.@Nullable After after) {
        return round(after, new ArrayList<>(), limit + 1);
    }

    private Mono<ViewRows<R>> round(
            RowQuery.@Nullable After after, List<ViewRow<R>> found, int rowsPerRead) {
        return Flux.fromIterable(sources)
                .flatMap(
                        source ->
                                Mono.fromFuture(
                                        () -> reader.list(from(source, after, rowsPerRead))),
                        READS_AT_A_TIME)
                .collectList()
                .flatMap(pages -> merged(pages, found));
    }

    private Mono<ViewRows<R>> merged(List<ViewRows<R>> pages, List<ViewRow<R>> found) {
        TreeSet<ViewRow<R>> rows = new TreeSet<>(order);
        ViewRow<R> horizon = null;
        for (ViewRows<R> page : pages) {
            rows.addAll(page.rows());
            if (page.more()) {
                ViewRow<R> last = page.rows().getLast();
                horizon = horizon == null || order.compare(last, horizon) < 0 ? last : horizon;
            }
        }
        for (ViewRow<R> row : horizon == null ? rows : rows.headSet(horizon, true)) {
            if (filter == null || filter.test(row.row())) {
                found.add(row);
            }
        }
        if (found.size() > limit) {
            return Mono.just(new ViewRows<>(List.copyOf(found.subList(0, limit)), true));
        }
        return horizon == null
                ? Mono.just(new ViewRows<>(List.copyOf(found), false))
                : round(horizon.after(), found, Math.max(limit + 1, FURTHER_READ));
    }

    private RowQuery from(RowQuery source, RowQuery.@Nullable After after, int rowsPerRead) {
        return new RowQuery(
                source.tenant(),
                source.equal(),
                source.text(),
                source.from(),
                source.to(),
                source.descending(),
                after,
                rowsPerRead,
                source.sequence());
    }
}
