package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewSchema;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every question to a view must go along an index that begins with the tenant, and come in order
 * without sorting.
 */
class ViewPlansTest {

    private static final ViewName VIEW = new ViewName("things", 1);

    @TempDir Path directory;

    @Test
    void everyListGoesAlongAnIndexThatBeginsWithTheTenant() throws Exception {
        ViewLayout layout = layout();
        for (long sequence : new long[] {Row.OPEN, 17}) {
            for (boolean descending : new boolean[] {false, true}) {
                for (RowQuery query : shapes(sequence, descending)) {
                    ViewSql sql = ViewSql.list(layout, 1, query, filters(layout, query));
                    assertIndexed(explain(sql.text()), query.toString());
                }
            }
        }
    }

    @Test
    void aLiveListUsesTheIndexThatHoldsNoPast() throws Exception {
        ViewLayout layout = layout();
        RowQuery query = RowQuery.live("t", 10);
        assertThat(explain(ViewSql.list(layout, 1, query, filters(layout, query)).text()))
                .anyMatch(
                        step ->
                                step.contains(
                                        "USING COVERING INDEX spans_1_live (tenant=? AND attribute=? AND value=?"));
    }

    @Test
    void findingAndCountingGoAlongAnIndexToo() throws Exception {
        ViewLayout layout = layout();
        for (String sql :
                List.of(
                        ViewSql.find(layout, Row.OPEN),
                        ViewSql.find(layout, 17),
                        ViewSql.count(layout, true),
                        ViewSql.count(layout, false))) {
            assertIndexed(explain(sql), sql);
        }
    }

    private static void assertIndexed(List<String> plan, String what) {
        assertThat(plan)
                .as(what)
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .noneMatch(step -> step.startsWith("SCAN") && !step.contains("(subquery"))
                .filteredOn(step -> step.startsWith("SEARCH"))
                .isNotEmpty()
                .allMatch(
                        step ->
                                step.contains("(tenant=?")
                                        || step.contains("INTEGER PRIMARY KEY (rowid=?)"));
    }

    private static List<RowQuery> shapes(long sequence, boolean descending) {
        Map<String, String> none = Map.of();
        Map<String, String> one = Map.of("status", "red");
        Map<String, String> two = Map.of("status", "red", "reason", "x");
        RowQuery.After after = new RowQuery.After("m", "k");
        return List.of(
                new RowQuery("t", none, null, null, null, descending, null, 10, sequence),
                new RowQuery("t", none, "text", "a", "z", descending, after, 10, sequence),
                new RowQuery("t", one, null, null, null, descending, null, 10, sequence),
                new RowQuery("t", one, null, "a", null, descending, after, 10, sequence),
                new RowQuery("t", two, "text", null, "z", descending, null, 10, sequence));
    }

    private static List<ViewSql.Filter> filters(ViewLayout layout, RowQuery query) {
        return query.equal().isEmpty()
                ? List.of(new ViewSql.Filter(ViewLayout.ROW_ITSELF, new byte[0]))
                : query.equal().entrySet().stream()
                        .map(
                                e ->
                                        new ViewSql.Filter(
                                                layout.attribute(e.getKey()),
                                                OrderedText.encode(e.getValue())))
                        .toList();
    }

    private ViewLayout layout() throws Exception {
        ViewSchema schema = new ViewSchema(VIEW, List.of("status", "reason"));
        try (SqliteViewStore store =
                SqliteViewStore.open(new DatabaseFile(directory, Role.VIEWS))) {
            store.create(schema).get(30, TimeUnit.SECONDS);
        }
        return new ViewLayout(1, VIEW, schema.attributes());
    }

    private List<String> explain(String sql) throws Exception {
        return Sql.column(directory.resolve("views.db"), "EXPLAIN QUERY PLAN " + sql);
    }
}
