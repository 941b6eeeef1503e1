package jp.tenken.query.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All rows that at least one of several queries finds, each once: what is added up. */
public final class AllRows {

    private static final int READS_AT_A_TIME = 4;
    private static final int ROWS_PER_READ = 2_000;

    private AllRows() {}

    /**
     * Reads them.
     *
     * @param sources what they say of {@code after} and {@code limit} is ignored; none = no rows
     * @return in no particular order
     */
    public static <R> Mono<List<ViewRow<R>>> of(ViewReader<R> reader, List<RowQuery> sources) {
        return Flux.fromIterable(sources)
                .flatMap(
                        source ->
                                page(reader, source, null)
                                        .expand(
                                                page ->
                                                        page.more()
                                                                ? page(
                                                                        reader,
                                                                        source,
                                                                        page.rows()
                                                                                .getLast()
                                                                                .after())
                                                                : Mono.empty()),
                        READS_AT_A_TIME)
                .reduceWith(LinkedHashMap<String, ViewRow<R>>::new, AllRows::adding)
                .map(rows -> List.copyOf(rows.values()));
    }

    private static <R> LinkedHashMap<String, ViewRow<R>> adding(
            LinkedHashMap<String, ViewRow<R>> rows, ViewRows<R> page) {
        Map<String, ViewRow<R>> all = rows;
        page.rows().forEach(row -> all.putIfAbsent(row.key(), row));
        return rows;
    }

    private static <R> Mono<ViewRows<R>> page(
            ViewReader<R> reader, RowQuery source, RowQuery.@Nullable After after) {
        return Mono.fromFuture(
                () ->
                        reader.list(
                                new RowQuery(
                                        source.tenant(),
                                        source.equal(),
                                        source.text(),
                                        source.from(),
                                        source.to(),
                                        source.descending(),
                                        after,
                                        ROWS_PER_READ,
                                        source.sequence())));
    }
}
