package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An opened store with one empty view, and the words in which the view store suites speak. */
abstract class ViewStoreStage {

    static final String NORTH = "tenant-north";
    static final String SOUTH = "tenant-south";
    static final ViewName VIEW = new ViewName("things", 1);
    static final ViewSchema SCHEMA = new ViewSchema(VIEW, List.of("status", "reason"));
    static final UUID EPOCH = new UUID(1, 1);

    @TempDir Path directory;

    ViewStore store = new InMemoryViewStore();

    /**
     * Opens the engine's store that lives under a directory, and makes an empty one where there is
     * none. Called again with the same directory after a close: everything must still be there.
     */
    protected abstract ViewStore open(Path directory) throws Exception;

    /** As {@link CommitLogStage#isDriverThread}. */
    protected boolean isDriverThread(String threadName) {
        return threadName.matches("(?i).*(nio|epoll|event-?loop|netty|mongodb|async-channel).*");
    }

    @BeforeEach
    protected void openAStoreWithAnEmptyView() throws Exception {
        store = open(directory.resolve("views"));
        Await.value(store.create(SCHEMA));
    }

    @AfterEach
    protected void closeTheStore() {
        store.close();
    }

    final void reopen() throws Exception {
        store.close();
        store = open(directory.resolve("views"));
    }

    /** Writes a batch at the view's present position and moves it by one. */
    final void write(Row... rows) {
        long from = Await.value(store.progress(VIEW)).position();
        assertThat(Await.value(store.write(VIEW, from, from + 1, EPOCH, List.of(rows)))).isTrue();
    }

    static RowKey key(String tenant, String key) {
        return new RowKey(tenant, key);
    }

    /** A live version with nothing but a sort and a document. */
    static Row row(String tenant, String key, long since, String sort) {
        return row(tenant, key, since, sort, "", Map.of());
    }

    static Row row(
            String tenant,
            String key,
            long since,
            String sort,
            String text,
            Map<String, Set<String>> attributes) {
        byte[] document =
                (tenant + "/" + key + "@" + since + " " + sort).getBytes(StandardCharsets.UTF_8);
        return new Row(new RowKey(tenant, key), since, Row.OPEN, sort, text, attributes, document);
    }

    final List<String> keys(RowQuery query) {
        return Await.value(store.list(VIEW, query)).rows().stream()
                .map(row -> row.key().key())
                .toList();
    }

    /**
     * The sort of the tenant NORTH's row that stood at the sequence; a dash where there was none.
     */
    final String sortAt(String key, long sequence) {
        return Await.value(store.find(VIEW, key(NORTH, key), sequence)).map(Row::sort).orElse("-");
    }

    /** Every key of a query in order, fetched page by page. */
    final List<String> keysPageByPage(RowQuery query) {
        List<String> keys = new ArrayList<>();
        RowQuery next = query;
        while (true) {
            RowPage page = Await.value(store.list(VIEW, next));
            page.rows().forEach(row -> keys.add(row.key().key()));
            if (!page.more()) {
                return keys;
            }
            assertThat(page.rows()).as("a page with more behind it is full").hasSize(query.limit());
            Row last = page.rows().getLast();
            next = after(query, new RowQuery.After(last.sort(), last.key().key()));
        }
    }

    static RowQuery after(RowQuery query, RowQuery.@Nullable After after) {
        return new RowQuery(
                query.tenant(),
                query.equal(),
                query.text(),
                query.from(),
                query.to(),
                query.descending(),
                after,
                query.limit(),
                query.sequence());
    }

    static RowQuery query(
            Map<String, String> equal,
            @Nullable String text,
            @Nullable String from,
            @Nullable String to,
            boolean descending,
            int limit,
            long sequence) {
        return new RowQuery(NORTH, equal, text, from, to, descending, null, limit, sequence);
    }

    /** Rows hold arrays, so they are compared by what they say. */
    static void assertSame(List<Row> actual, List<Row> expected, String what) {
        assertThat(actual.stream().map(ViewStoreStage::said).toList())
                .as(what)
                .isEqualTo(expected.stream().map(ViewStoreStage::said).toList());
    }

    static List<Object> said(Row row) {
        return List.of(
                row.key(),
                row.since(),
                row.until(),
                row.sort(),
                row.text(),
                row.attributes(),
                Arrays.toString(row.document()));
    }
}
