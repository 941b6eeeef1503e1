package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.WorkClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link WorkClaims} must do. An engine's test class extends this and says how to {@link
 * #open} claims; nothing else, and no test may be disabled.
 */
public abstract class WorkClaimsConformance {

    private static final String WORK = "view:things_v1";
    private static final Duration LONG = Duration.ofHours(2);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir Path directory;

    private WorkClaims mine = new InMemoryWorkClaims(Clock.systemUTC());
    private WorkClaims theirs = mine;

    /**
     * Opens the claims that live under a directory, as a process with this clock does. Several
     * processes have the same directory open at the same time. Whatever is left open is the test
     * class's to close.
     *
     * @param clock the process's own, which may be wrong: claims age by the clock of the storage
     */
    protected abstract WorkClaims open(Path directory, Clock clock) throws Exception;

    /** As in {@link CommitLogConformance}: whether a thread of this name belongs to a driver. */
    protected boolean isDriverThread(String threadName) {
        return threadName.matches("(?i).*(nio|epoll|event-?loop|netty|mongodb|async-channel).*");
    }

    @BeforeEach
    protected void openForTwoProcesses() throws Exception {
        mine = openWrongBy(Duration.ZERO);
        theirs = openWrongBy(Duration.ZERO);
    }

    @Test
    protected void aClaimIsExclusiveUntilItIsGivenBack() {
        assertThat(claim(mine, "me", LONG)).isTrue();
        assertThat(claim(theirs, "they", LONG)).isFalse();
        assertThat(claim(mine, "me", LONG)).isTrue();

        Await.value(theirs.release(WORK, "they"));
        assertThat(claim(theirs, "they", LONG)).isFalse();

        Await.value(mine.release(WORK, "me"));
        assertThat(claim(theirs, "they", LONG)).isTrue();
        assertThat(claim(mine, "me", LONG)).isFalse();
    }

    @Test
    protected void anotherLifeOfTheSameProcessIsAnotherOwner() {
        assertThat(claim(mine, "node-1/first", LONG)).isTrue();
        assertThat(claim(mine, "node-1/second", LONG)).isFalse();
    }

    @Test
    protected void eachWorkIsClaimedOnItsOwn() {
        assertThat(claim(mine, "me", LONG)).isTrue();
        assertThat(Await.value(theirs.claim("view:others_v1", "they", LONG))).isTrue();
        Await.value(theirs.release("view:never-claimed_v1", "they"));
        assertThat(Await.value(mine.claim("view:others_v1", "me", LONG))).isFalse();
    }

    @Test
    protected void ofManyWhoClaimAtOnceExactlyOneHasIt() {
        for (int round = 0; round < 20; round++) {
            String work = "race-" + round;
            List<CompletableFuture<Boolean>> claims = new ArrayList<>();
            for (int claimant = 0; claimant < 8; claimant++) {
                WorkClaims process = claimant % 2 == 0 ? mine : theirs;
                claims.add(process.claim(work, "owner-" + claimant, LONG));
            }
            assertThat(claims.stream().filter(Await::value).count()).isEqualTo(1);
        }
    }

    @Test
    protected void ofManyWhoWaitForAnAbandonedClaimExactlyOneTakesIt() {
        for (int round = 0; round < 5; round++) {
            String work = "abandoned-" + round;
            assertThat(Await.value(mine.claim(work, "lost", SHORT))).isTrue();
            List<Boolean> taken = new ArrayList<>();
            Await.until(
                    "the claim is given up for lost",
                    () -> {
                        List<CompletableFuture<Boolean>> claims = new ArrayList<>();
                        for (int heir = 0; heir < 8; heir++) {
                            WorkClaims process = heir % 2 == 0 ? mine : theirs;
                            claims.add(process.claim(work, "heir-" + heir, LONG));
                        }
                        claims.forEach(claim -> taken.add(Await.value(claim)));
                        return taken.contains(true);
                    });
            assertThat(taken).containsOnlyOnce(true);
            assertThat(Await.value(mine.claim(work, "lost", LONG))).isFalse();
        }
    }

    @Test
    protected void aClaimLastsFromWhenItWasRenewedNotFromWhenItWasMade() {
        assertThat(claim(mine, "me", SHORT)).isTrue();
        assertThat(claim(mine, "me", LONG)).isTrue();
        // Were the first length still in force, the claim would be free by the time this is over.
        assertThat(Await.value(mine.claim("other", "me", SHORT))).isTrue();
        Await.until(
                "a claim that was made later has run out",
                () -> Await.value(theirs.claim("other", "they", LONG)));

        assertThat(claim(theirs, "they", LONG)).isFalse();
    }

    @Test
    protected void anOwnersWrongClockNeitherStealsAClaimNorBlocksIt() throws Exception {
        for (Duration wrong : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            WorkClaims confused = openWrongBy(wrong);
            String held = "held" + wrong;
            assertThat(Await.value(mine.claim(held, "me", Duration.ofMinutes(30)))).isTrue();
            assertThat(Await.value(confused.claim(held, "confused", LONG))).isFalse();

            String left = "left" + wrong;
            assertThat(Await.value(confused.claim(left, "confused", SHORT))).isTrue();
            Await.until(
                    "a clock that is wrong by " + wrong + " blocks nothing",
                    () -> Await.value(mine.claim(left, "me", LONG)));
            assertThat(Await.value(confused.claim(left, "confused", LONG))).isFalse();
        }
    }

    @Test
    protected void futuresCompleteOnTheEnginesOwnThreads() {
        OwnThreadCheck.check(() -> mine.claim(WORK, "me", LONG), this::isDriverThread);
        OwnThreadCheck.check(() -> mine.release(WORK, "me"), this::isDriverThread);
    }

    private boolean claim(WorkClaims process, String owner, Duration lasting) {
        return Await.value(process.claim(WORK, owner, lasting));
    }

    private WorkClaims openWrongBy(Duration wrong) throws Exception {
        return open(directory.resolve("claims"), Clock.offset(Clock.systemUTC(), wrong));
    }
}
