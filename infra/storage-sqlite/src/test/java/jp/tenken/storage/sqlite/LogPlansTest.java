package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import jp.tenken.storage.sqlite.KeyWalks.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No question to the log reads it all, and none sorts what it finds. */
class LogPlansTest {

    @TempDir Path directory;

    @BeforeEach
    void layOutALog() {
        SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), new UUID(1, 1)).close();
    }

    @Test
    void readsGoAlongAnIndex() throws Exception {
        for (String sql :
                List.of(
                        LogReader.RANGE,
                        LogReader.TENANT_RANGE,
                        LogReader.BY_APPEND,
                        LogReader.TENANT_END,
                        LogReader.BY_KEY_LATEST_FIRST,
                        LogReader.BEFORE,
                        LogReader.TENANT_AT,
                        LogSearch.TENANT_SCAN,
                        LogSearch.TENANT_STEP,
                        KeyWalks.COUNT)) {
            assertIndexed(sql);
        }
    }

    @Test
    void searchesWalkAlongTheirKeys() throws Exception {
        Walk plain = new Walk(1, List.of());
        Walk demanding = new Walk(2, List.of(Set.of(3L), Set.of(4L, 5L)));
        for (boolean ofTenant : new boolean[] {true, false}) {
            for (List<Walk> walks :
                    List.of(List.of(plain), List.of(demanding), List.of(plain, demanding))) {
                String sql = LogSearch.sql(walks, ofTenant);
                assertIndexed(sql);
                assertThat(explain(sql))
                        .filteredOn(step -> step.startsWith("SEARCH k"))
                        .isNotEmpty()
                        .allMatch(step -> step.contains("(key=? AND position>? AND position<?)"));
            }
        }
    }

    private void assertIndexed(String sql) throws Exception {
        assertThat(explain(sql))
                .as(sql)
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .noneMatch(
                        step ->
                                step.startsWith("SCAN")
                                        && !step.equals("SCAN u")
                                        && !step.contains("subquery"))
                .anyMatch(step -> step.startsWith("SEARCH"));
    }

    private List<String> explain(String sql) throws Exception {
        return Sql.column(directory.resolve("log.db"), "EXPLAIN QUERY PLAN " + sql);
    }
}
