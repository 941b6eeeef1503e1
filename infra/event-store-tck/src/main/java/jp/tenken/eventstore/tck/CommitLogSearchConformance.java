package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads by criteria: exact at commit level, per tenant and across tenants. */
abstract class CommitLogSearchConformance extends CommitLogReadConformance {

    @Test
    protected void aTagFindsTheCommitsOfItsTenantOnly() {
        Commit north = commits.commit(NORTH, event("A", tag("item", "1")), event("B"));
        Commit south = commits.commit(SOUTH, event("A", tag("item", "1")));
        append(north, south, commits.commit(NORTH, event("A", tag("item", "2"))));

        assertThat(matching(NORTH, anyOf(criterion(Set.of(), tag("item", "1")))))
                .containsExactly(north);
        assertThat(matching(SOUTH, anyOf(criterion(Set.of(), tag("item", "1")))))
                .containsExactly(south);
        assertThat(matching("nobody", anyOf(criterion(Set.of(), tag("item", "1"))))).isEmpty();
    }

    @Test
    protected void severalTagsMustStandOnOneEventNotMerelyInOneCommit() {
        EventTag one = tag("item", "1");
        EventTag two = tag("contract", "2");
        append(commits.commit(NORTH, event("A", one), event("B", two)));
        Commit together = commits.commit(NORTH, event("A", one, two, tag("more", "x")));
        append(together);

        assertThat(matching(NORTH, anyOf(criterion(Set.of(), one, two)))).containsExactly(together);
    }

    @Test
    protected void tagAndTypeMustStandOnOneEventNotMerelyInOneCommit() {
        EventTag one = tag("item", "1");
        append(commits.commit(NORTH, event("A", one), event("B")));
        Commit together = commits.commit(NORTH, event("B", one));
        append(together);

        assertThat(matching(NORTH, anyOf(criterion(Set.of("B", "C"), one))))
                .containsExactly(together);
    }

    @Test
    protected void aTypeFindsTheCommitsOfOneTenantOrOfAll() {
        Commit north = commits.commit(NORTH, event("A"), event("A"));
        Commit other = commits.commit(NORTH, event("B"));
        Commit south = commits.commit(SOUTH, event("C"), event("A"));
        append(north, other, south);

        assertThat(matching(NORTH, anyOf(criterion(Set.of("A"))))).containsExactly(north);
        assertThat(matching(null, anyOf(criterion(Set.of("A"))))).containsExactly(north, south);
        assertThat(matching(null, anyOf(criterion(Set.of("B", "C")))))
                .containsExactly(other, south);
        assertThat(matching(null, anyOf(criterion(Set.of("Unknown"))))).isEmpty();
    }

    @Test
    protected void severalCriteriaFindWhatAnyOfThemFindsAndEachCommitOnce() {
        EventTag one = tag("item", "1");
        Commit both = commits.commit(NORTH, event("A", one), event("B"));
        Commit byType = commits.commit(NORTH, event("B"));
        Commit byTag = commits.commit(NORTH, event("C", one));
        append(both, byType, byTag, commits.commit(NORTH, event("C")));

        assertThat(matching(NORTH, anyOf(criterion(Set.of(), one), criterion(Set.of("B")))))
                .containsExactly(both, byType, byTag);
    }

    @Test
    protected void everythingMeansUntaggedEventsToo() {
        Commit tagged = commits.commit(NORTH, event("A", tag("item", "1")));
        Commit untagged = commits.commit(NORTH, event("B"));
        Commit south = commits.commit(SOUTH, event("B"));
        append(tagged, untagged, south);

        assertThat(matching(NORTH, Criteria.EVERYTHING)).containsExactly(tagged, untagged);
        assertThat(matching(null, Criteria.EVERYTHING)).containsExactly(tagged, untagged, south);
    }

    @Test
    protected void tagsAreNotConfusedByTheCharactersThatTheyAreMadeOf() {
        List<EventTag> similar =
                List.of(
                        tag("a", "b:c"),
                        tag("a:b", "c"),
                        tag("a", ""),
                        tag("a", "B"),
                        tag("a", "b"),
                        tag("a", "b "),
                        tag("a", "'; --"),
                        tag("a", "%"),
                        tag("a", "点検"),
                        tag("a", "𠮷"),
                        tag("a", "line\nbreak"),
                        tag("a", "\u0000"));
        List<Commit> made = new ArrayList<>();
        similar.forEach(tag -> made.add(commits.commit(NORTH, event("A", tag))));
        append(made);

        for (int i = 0; i < similar.size(); i++) {
            assertThat(matching(NORTH, anyOf(criterion(Set.of(), similar.get(i)))))
                    .as("%s", similar.get(i))
                    .containsExactly(made.get(i));
        }
    }

    @Test
    protected void aSearchSaysNoMoreThanItWasAskedOfACommitThatReachesBeyondIt() {
        EventTag one = tag("item", "1");
        append(commits.commit(NORTH, event("A", one), event("B"), event("B")));
        Criteria onOneEvent = anyOf(criterion(Set.of("B"), one));

        for (long upTo = 1; upTo <= 3; upTo++) {
            CommitPage page = Await.value(log.readMatching(NORTH, onOneEvent, 0, upTo, 1));

            assertThat(page.commits()).isEmpty();
            assertThat(page.scannedTo()).isEqualTo(upTo);
        }
    }

    @Test
    protected void aSparseSearchIsScannedToItsEndWhenNothingMatches() {
        for (int i = 0; i < 20; i++) {
            append(commits.commit(NORTH, event("Common", tag("item", "1"))));
        }
        Criteria absent = anyOf(criterion(Set.of("Rare")));

        for (String tenant : new @Nullable String[] {NORTH, "nobody", null}) {
            assertThat(Await.value(log.readMatching(tenant, absent, 3, 12, 1)))
                    .isEqualTo(new CommitPage(List.of(), 12));
            assertThat(Await.value(log.readMatching(tenant, absent, 3, Long.MAX_VALUE, 1)))
                    .isEqualTo(new CommitPage(List.of(), 20));
        }
    }

    @Test
    protected void aSearchThatFollowsTheGrowingLogMissesNothing() {
        Criteria sparse = anyOf(criterion(Set.of(), tag("rare", "yes")));
        List<Commit> all = new ArrayList<>();
        for (int i = 0; i < Scale.of(300); i++) {
            all.add(
                    i % 7 == 3
                            ? commits.commit(NORTH, event("A"), event("B", tag("rare", "yes")))
                            : commits.commit(NORTH, event("A"), event("A")));
        }
        long end = commits.head();
        CompletableFuture<List<Commit>> follower =
                CompletableFuture.supplyAsync(
                        () -> {
                            List<Commit> seen = new ArrayList<>();
                            long at = 0;
                            while (at < end) {
                                CommitPage page =
                                        Await.value(
                                                log.readMatching(
                                                        NORTH, sparse, at, Long.MAX_VALUE, 5));
                                seen.addAll(page.commits());
                                at = page.scannedTo();
                            }
                            return seen;
                        });
        all.forEach(this::append);

        assertThat(Await.value(follower))
                .isEqualTo(all.stream().filter(sparse::matchesAny).toList());
    }

    @Test
    protected void randomSearchesAgreeWithFilteringEverything() {
        long seed = Scale.seed();
        Random random = new Random(seed);
        appendAMixture(80, random);
        append(commits.tombstone(NORTH, 2));
        for (int round = 0; round < Scale.of(120); round++) {
            String tenant = random.nextInt(4) == 0 ? null : random.nextBoolean() ? NORTH : SOUTH;
            Criteria criteria = randomCriteria(random, tenant == null);
            long after = random.nextLong(commits.head() + 1);
            long upTo = after + random.nextLong(commits.head() + 3);
            int limit = 1 + random.nextInt(40);
            List<Commit> found =
                    pages(after, upTo, at -> log.readMatching(tenant, criteria, at, upTo, limit));
            String what =
                    "seed %d: %s of %s in (%d, %d] by %d"
                            .formatted(seed, criteria, tenant, after, upTo, limit);
            assertThat(found)
                    .as(what)
                    .allMatch(
                            c ->
                                    (tenant == null || c.header().tenant().equals(tenant))
                                            && criteria.matchesAny(c));
            assertThat(found)
                    .as(what)
                    .containsAll(
                            commits.made().stream()
                                    .filter(
                                            c ->
                                                    tenant == null
                                                            || c.header().tenant().equals(tenant))
                                    .filter(c -> matchesWithin(c, criteria, after, upTo))
                                    .toList());
        }
    }

    private static boolean matchesWithin(Commit commit, Criteria criteria, long after, long upTo) {
        for (int i = 0; i < commit.events().size(); i++) {
            long position = commit.header().position() + i;
            if (position > after && position <= upTo && criteria.matches(commit.events().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static Criteria randomCriteria(Random random, boolean typesOnly) {
        List<Criterion> any = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Set<EventTag> tags = new HashSet<>();
            Set<String> types = new HashSet<>();
            if (!typesOnly && random.nextInt(3) > 0) {
                tags.add(tag("item", "i" + random.nextInt(6)));
                if (random.nextBoolean()) {
                    tags.add(tag(CommitFixtures.CHAIN, "c" + random.nextInt(4)));
                }
            }
            if (typesOnly || random.nextBoolean()) {
                types.add("Type" + random.nextInt(5));
                types.add("Type" + random.nextInt(5));
            }
            any.add(new Criterion(tags, types));
        }
        return new Criteria(any);
    }

    private List<Commit> matching(@Nullable String tenant, Criteria criteria) {
        return pages(
                0, Long.MAX_VALUE, at -> log.readMatching(tenant, criteria, at, Long.MAX_VALUE, 2));
    }

    private static Criteria anyOf(Criterion... criteria) {
        return new Criteria(List.of(criteria));
    }

    private static Criterion criterion(Set<String> types, EventTag... tags) {
        return new Criterion(Set.of(tags), types);
    }
}
