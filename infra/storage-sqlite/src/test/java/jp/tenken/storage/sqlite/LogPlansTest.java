package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.eventstore.tck.EventStoreRig;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import jp.tenken.storage.sqlite.KeyWalks.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No question to the log reads it all, and none sorts what it finds. */
class LogPlansTest {

    private static final String TENANT = "tenant-north";

    /** Every question to the log but the searches, which are made to measure. */
    private static final List<String> QUESTIONS =
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
                    KeyWalks.COUNT);

    @TempDir Path directory;

    @BeforeEach
    void layOutALog() {
        SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), new UUID(1, 1)).close();
    }

    @Test
    void readsGoAlongAnIndex() throws Exception {
        for (String sql : QUESTIONS) {
            assertIndexed(sql);
        }
    }

    @Test
    void theEndOfTheLogIsItsLastRow() throws Exception {
        assertThat(explain(LogReader.HEAD)).containsExactly("SCAN commits");
        assertThat(LogReader.HEAD).endsWith("ORDER BY position DESC LIMIT 1");
    }

    @Test
    void everyQuestionToTheLogIsListedHere() throws Exception {
        int tenant = fill();
        try (Session session = session()) {
            LogReader reader = new LogReader(session);
            long head = reader.head();
            reader.range(0, head, 10);
            reader.tenant(tenant, 0, 10);
            reader.append(new UUID(7, 7));
            reader.tenantHead(tenant);
            reader.chainHeads(TENANT, Set.of("contract:c-1"));
            reader.positionBefore(Long.MAX_VALUE);
            reader.sequenceAt(tenant, Long.MAX_VALUE);
            for (Criteria criteria : searches()) {
                new LogSearch(session, TENANT, tenant, criteria, 0, head).page(10);
                new LogSearch(session, null, 0, criteria, 0, head).page(10);
            }

            List<String> asked = new ArrayList<>(session.prepared());
            assertThat(asked).contains(LogReader.HEAD).containsAll(QUESTIONS);
            asked.removeAll(QUESTIONS);
            asked.remove(LogReader.HEAD);
            assertThat(asked).isNotEmpty();
            for (String search : asked) {
                // One walk joins at once, several are united first; both go along the keys.
                assertThat(search)
                        .containsPattern(
                                "FROM commit_keys k (CROSS JOIN commits c ON \\S+ = \\S+ )?WHERE k\\.key = \\?");
                assertIndexed(search);
            }
        }
    }

    @Test
    void sourcingOfWhatIsTaggedNeverScans() throws Exception {
        int tenant = fill();
        try (Session session = session()) {
            long head = new LogReader(session).head();
            Set<String> before = session.prepared();
            for (Criteria criteria : searches()) {
                if (criteria.anyOf().stream().allMatch(any -> !any.tags().isEmpty())) {
                    new LogSearch(session, TENANT, tenant, criteria, 0, head).page(10);
                }
            }
            assertThat(session.prepared())
                    .hasSizeGreaterThan(before.size())
                    .doesNotContain(LogReader.RANGE, LogSearch.TENANT_SCAN);
        }
    }

    /** One of each shape in which decisions and views ask. */
    private static List<Criteria> searches() {
        Criterion tagged = new Criterion(Set.of(new EventTag("contract", "c-1")), Set.of());
        Criterion both =
                new Criterion(
                        Set.of(new EventTag("contract", "c-1"), new EventTag("item", "i-1")),
                        Set.of("One", "Other"));
        Criterion typed = new Criterion(Set.of(), Set.of("One"));
        return List.of(
                new Criteria(List.of(tagged)),
                new Criteria(List.of(both)),
                new Criteria(List.of(tagged, both)),
                new Criteria(List.of(typed)),
                new Criteria(List.of(new Criterion(Set.of(), Set.of()))));
    }

    /** So many events under each key that a search looks for the rarest. */
    private int fill() throws Exception {
        try (SqliteCommitLog log =
                        SqliteCommitLog.open(
                                new DatabaseFile(directory, Role.LOG), new UUID(1, 1));
                EventStoreRig rig = EventStoreRig.over(log)) {
            List<CompletableFuture<?>> written = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                written.add(
                        rig.append(
                                TENANT,
                                null,
                                CommitFixtures.event(
                                        i % 2 == 0 ? "One" : "Other",
                                        new EventTag("contract", "c-" + i % 2),
                                        new EventTag("item", "i-" + i % 2))));
            }
            written.forEach(Await::value);
        }
        return Integer.parseInt(
                Sql.column(directory.resolve("log.db"), "SELECT id FROM tenants").getFirst());
    }

    private Session session() throws Exception {
        return new Session(
                DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("log.db")));
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
