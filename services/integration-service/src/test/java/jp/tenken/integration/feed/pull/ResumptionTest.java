package jp.tenken.integration.feed.pull;

import static jp.tenken.integration.Deliveries.SHIBUYA;
import static jp.tenken.integration.Deliveries.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.integration.Deliveries;
import jp.tenken.integration.Deliveries.Reply;
import jp.tenken.storage.sqlite.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the pages of a history are cut, together they are that history. */
class ResumptionTest {

    private static final int EVENTS = 1_000;
    private static final int CONTRACTS = 60;
    private static final List<List<String>> FILTERS =
            List.of(
                    List.of(),
                    List.of("types", "tenken.contract.ContractRegistered"),
                    List.of("contractId", "c7"),
                    List.of("departmentCode", "0102"),
                    List.of("departmentCode", "0103", "types", "tenken.checklist.ItemDecided"));

    @Test
    void everyCutOfPagesIsTheSameHistoryInMemory() {
        try (InMemoryCommitLog log = new InMemoryCommitLog()) {
            everyCutIsTheSame(log);
        }
    }

    @Test
    void everyCutOfPagesIsTheSameHistoryOnTheEmbeddedEngine(@TempDir Path data) {
        try (SqliteStorage storage = SqliteStorage.open(data, Clock.systemUTC())) {
            everyCutIsTheSame(storage.log());
        }
    }

    private static void everyCutIsTheSame(CommitLog log) {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            try (Deliveries feed = new Deliveries(log)) {
                if (seed == 1) {
                    happen(feed, random);
                }
                assertThat(feed.pull(SHINJUKU, "limit", "500").sequences())
                        .isEqualTo(LongStream.rangeClosed(1, 500).boxed().toList());
                for (List<String> filter : FILTERS) {
                    List<String> large = read(feed, filter, new Random(0), 500);
                    List<String> small = read(feed, filter, random, 40);
                    assertThat(small).as("seed %d, filter %s", seed, filter).isEqualTo(large);
                    assertThat(large).as("filter %s", filter).isNotEmpty();
                    if (filter.isEmpty()) {
                        assertThat(large).hasSize(EVENTS).doesNotHaveDuplicates();
                    }
                }
            }
        }
    }

    /** All events behind the filter, each as it was written, in pages of 1 to {@code most}. */
    private static List<String> read(
            Deliveries feed, List<String> filter, Random random, int most) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            List<String> parameters = new ArrayList<>(filter);
            int limit = most == 500 ? 500 : 1 + random.nextInt(most);
            parameters.addAll(List.of("limit", String.valueOf(limit), "after", cursor));
            Reply reply = feed.pull(SHINJUKU, parameters.toArray(String[]::new));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().size()).isLessThanOrEqualTo(limit);
            reply.json().forEach(event -> all.add(event.toString()));
            cursor = reply.header("Tenken-Next-Cursor");
            more = Boolean.parseBoolean(reply.header("Tenken-Has-More"));
        }
        return all;
    }

    /** A thousand events of contracts in three departments, in commits of 1 to 9, and another's. */
    private static void happen(Deliveries feed, Random random) {
        int made = 0;
        int contracts = 0;
        while (made < EVENTS) {
            StoredEvent[] together =
                    new StoredEvent[Math.min(1 + random.nextInt(9), EVENTS - made)];
            for (int i = 0; i < together.length; i++) {
                if (contracts < CONTRACTS && random.nextInt(6) == 0) {
                    together[i] = feed.registered("c" + contracts, "010" + (1 + random.nextInt(3)));
                    contracts++;
                } else if (contracts > 0 && random.nextInt(12) == 0) {
                    together[i] =
                            feed.transferred(
                                    "c" + random.nextInt(contracts),
                                    "0101",
                                    "010" + (1 + random.nextInt(3)));
                } else {
                    together[i] =
                            feed.decided("c" + random.nextInt(contracts + 1), "OPS-0" + (1 + i));
                }
            }
            made += together.length;
            feed.commit(SHINJUKU, together);
            if (random.nextInt(3) == 0) {
                feed.commit(SHIBUYA, feed.decided("c7", "OPS-01"));
            }
        }
    }
}
