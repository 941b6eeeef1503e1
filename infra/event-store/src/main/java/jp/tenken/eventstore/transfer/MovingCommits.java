package jp.tenken.eventstore.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendOutcomeUnknownException;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.Appender;
import jp.tenken.eventstore.append.CommitSize;
import jp.tenken.eventstore.transfer.TransferException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Hands commits to the appender page by page. A page is about one write: so those who append beside
 * it wait for one write more, not for a whole history.
 *
 * <p>An append id that somebody else has used would spoil a whole write of the log, theirs and that
 * of others. So all of a page are looked up before it goes.
 */
final class MovingCommits {

    private static final int PAGE_EVENTS = 512;
    private static final long PAGE_BYTES = 4L * 1024 * 1024;

    /** Look-ups under way at a time. */
    private static final int LANES = 8;

    private final CommitLog log;
    private final Appender appender;

    MovingCommits(CommitLog log, Appender appender) {
        this.log = log;
        this.appender = appender;
    }

    /** An empty page. */
    Page page() {
        return new Page();
    }

    /** Some commits that follow each other. */
    final class Page {

        private final List<Commit> commits = new ArrayList<>();
        private int events;
        private long bytes;

        boolean hasRoomFor(Commit commit) {
            return commits.isEmpty()
                    || (events + commit.header().eventCount() <= PAGE_EVENTS
                            && bytes + bytesOf(commit) <= PAGE_BYTES);
        }

        void add(Commit commit) {
            commits.add(commit);
            events += commit.header().eventCount();
            bytes += bytesOf(commit);
        }

        /** Sequence of the last event; the page is not empty. */
        long lastSequence() {
            return commits.getLast().header().lastTenantSequence();
        }

        /**
         * Writes all and waits until each is answered.
         *
         * @return null when all stand; else why the first that does not stand has to be tried again
         * @throws TransferException when trying again would not help
         */
        @Nullable RuntimeException write() {
            long upTo = appender.head();
            Set<UUID> known = known();
            List<CompletableFuture<AppendReceipt>> answers = new ArrayList<>();
            for (Commit commit : commits) {
                boolean fresh = !known.contains(commit.header().appendId());
                answers.add(appender.move(commit, fresh ? upTo : 0));
            }
            RuntimeException setback = null;
            for (int i = 0; i < answers.size(); i++) {
                RuntimeException refused = answered(commits.get(i), answers.get(i));
                setback = setback == null ? refused : setback;
            }
            return setback;
        }

        private Set<UUID> known() {
            Set<UUID> known = new HashSet<>();
            for (int from = 0; from < commits.size(); from += LANES) {
                List<Commit> some = commits.subList(from, Math.min(commits.size(), from + LANES));
                List<CompletableFuture<Optional<Commit>>> found =
                        some.stream()
                                .map(commit -> log.findAppend(commit.header().appendId()))
                                .toList();
                for (int i = 0; i < some.size(); i++) {
                    CommitHeader header = some.get(i).header();
                    Answered.by(found.get(i))
                            .ifPresent(
                                    standing -> {
                                        requireSame(header, standing.header());
                                        known.add(header.appendId());
                                    });
                }
            }
            return known;
        }
    }

    private static @Nullable RuntimeException answered(
            Commit commit, CompletableFuture<AppendReceipt> answer) {
        CompletableFuture<RuntimeException> outcome = new CompletableFuture<>();
        Futures.whenDone(
                answer,
                Runnable::run,
                (receipt, failure) -> {
                    if (receipt != null) {
                        outcome.complete(null);
                    } else if (isWorthAnotherTry(failure)) {
                        outcome.complete((RuntimeException) failure);
                    } else {
                        outcome.completeExceptionally(failure);
                    }
                });
        RuntimeException setback = Answered.by(outcome);
        if (setback == null) {
            requireSame(commit.header(), answer.resultNow().header());
        }
        return setback;
    }

    private static boolean isWorthAnotherTry(@Nullable Throwable failure) {
        return switch (failure) {
            case AppendOutcomeUnknownException unknown -> true;
            case AppendRefusedException refused ->
                    switch (refused.reason()) {
                        case OVERLOADED, CONTENDED, DOES_NOT_FOLLOW -> true;
                        case OVERSIZE, CLOCK_BEHIND, CLOSED -> false;
                    };
            case CommitLogException refused -> false;
            case null, default -> false;
        };
    }

    private static void requireSame(CommitHeader moved, CommitHeader standing) {
        if (!moved.hash().equals(standing.hash())) {
            throw new TransferException(
                    Reason.APPEND_ID_TAKEN,
                    "append id %s at sequence %d belongs to another commit of the log"
                            .formatted(moved.appendId(), moved.tenantSequence()));
        }
    }

    private static long bytesOf(Commit commit) {
        CommitHeader header = commit.header();
        return CommitSize.of(header.tenant(), commit.events(), header.previousInChain().keySet());
    }
}
