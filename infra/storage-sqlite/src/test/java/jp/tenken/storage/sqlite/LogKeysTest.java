package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.tck.CommitFixtures;
import org.junit.jupiter.api.Test;

/**
 * The vectors were computed by another implementation. Keys stand in files, so none of these may
 * ever change.
 */
class LogKeysTest {

    private final LogKeys keys = new LogKeys();

    @Test
    void tagsHaveTheKeysThatStandInFiles() {
        assertThat(keys.tag("tenant-north", new EventTag("contract", "01J0")))
                .isEqualTo(-7185007103282412518L);
        assertThat(keys.tag("131041", new EventTag("municipality", "131041")))
                .isEqualTo(-4105346593662968530L);
        assertThat(keys.tag("市", new EventTag("item", "𠮷-1"))).isEqualTo(3546730026392728759L);
        assertThat(keys.tag("", new EventTag("k", ""))).isEqualTo(-2028550792987605206L);
    }

    @Test
    void typesHaveTheKeysThatStandInFiles() {
        assertThat(keys.type("tenken.checklist.ItemDecided")).isEqualTo(6410558902124090706L);
        assertThat(keys.type("")).isEqualTo(-6200025780997126665L);
    }

    @Test
    void aChainHasTheKeyOfItsTag() {
        assertThat(keys.chain("t", "contract:c1"))
                .isEqualTo(keys.tag("t", new EventTag("contract", "c1")));
    }

    @Test
    void aCommitHasEachKeyOnceAndATombstoneThoseOfItsChains() {
        CommitFixtures commits = new CommitFixtures();
        EventTag chain = CommitFixtures.tag("contract", "c1");
        EventTag plain = CommitFixtures.tag("item", "i1");
        Commit whole =
                commits.commit(
                        "t",
                        CommitFixtures.event("A", chain, plain),
                        CommitFixtures.event("A", chain));
        assertThat(keys.of(whole))
                .containsExactlyInAnyOrder(
                        keys.type("A"), keys.tag("t", chain), keys.tag("t", plain));
        assertThat(keys.of(commits.tombstone("t", 2, "contract:c1")))
                .containsExactly(keys.tag("t", chain));
    }
}
