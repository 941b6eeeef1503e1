package jp.tenken.it.processes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tenken.it.Patience;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.LedgerAudit;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.Write;
import jp.tenken.it.audit.Write.Unknown;
import jp.tenken.query.QueryService;

/**
 * {@code SIGTERM} under load: what is under way is answered, what comes later is sent elsewhere or
 * finds nobody, nothing is done without an answer, and views are given back. Used by one thread.
 */
final class GracefulRound {

    private static final Set<Integer> GOOD_ENDS = Set.of(0, 143);
    private static final String SENT_ELSEWHERE = "shutting-down";

    private final Cluster cluster;
    private final ClaimBook claims;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Findings findings;
    private final Set<String> before = new HashSet<>();
    private long takeoverMillis;

    GracefulRound(
            Cluster cluster, ClaimBook claims, Traffic traffic, Ledger ledger, Findings findings) {
        this.cluster = cluster;
        this.claims = claims;
        this.traffic = traffic;
        this.ledger = ledger;
        this.findings = findings;
    }

    /** Ends a command service and a query service under load, and starts them again. */
    void run(Member command, Member query, long millis) {
        ledger.unknown().forEach(write -> before.add(write.mark()));
        int views = QueryService.views().size();
        var unused =
                Patience.until(
                        "two query services share the views",
                        () -> claims.shared(cluster.queries().size(), views));
        traffic.begin();
        Patience.pause(millis);
        command.terminate();
        requireGoodEnd(command);
        traffic.awaitProgress();
        query.terminate();
        requireGoodEnd(query);
        requireReleased(query);
        takeoverMillis =
                Patience.until("the other takes the views over", () -> claims.shared(1, views));
        traffic.awaitProgress();
        traffic.end();
        List<Member> again = List.of(command, query);
        again.forEach(Member::launch);
        again.forEach(Member::awaitReady);
    }

    /** What was asked in this round and has no answer is not there. */
    void requireNothingHalfDone(LogContent content) {
        for (Write write : unanswered()) {
            if (content.byMark().containsKey(write.mark())) {
                findings.add(Kind.PROGRAM, "done without an answer, although in time: " + write);
            }
        }
    }

    /**
     * Ends everything that still runs, in the order in which nobody misses anybody; somebody waits
     * for news meanwhile.
     */
    void endAll(Tokens tokens) throws IOException {
        LastPoll poll = LastPoll.begin(cluster.integration(), tokens);
        List<Member> all =
                Stream.of(List.of(cluster.integration()), cluster.queries(), cluster.commands())
                        .flatMap(List::stream)
                        .toList();
        all.forEach(Member::terminate);
        all.forEach(this::requireGoodEnd);
        poll.requireGoodAnswer(findings);
        List<ClaimBook.Claim> left = claims.claims();
        if (!left.isEmpty()) {
            findings.add(Kind.PROGRAM, "nobody runs any more, and these are claimed: " + left);
        }
    }

    /** In words. */
    String said(LogContent content) {
        List<Write> unanswered = unanswered();
        long elsewhere = unanswered.stream().filter(GracefulRound::sentElsewhere).count();
        return "sent elsewhere %d, unanswered %d (stored %d), views taken over after %d ms"
                .formatted(
                        elsewhere,
                        unanswered.size() - elsewhere,
                        LedgerAudit.there(unanswered, content),
                        takeoverMillis);
    }

    private static boolean sentElsewhere(Write write) {
        return write.outcome() instanceof Unknown unknown && unknown.why().contains(SENT_ELSEWHERE);
    }

    private List<Write> unanswered() {
        List<Write> writes = new ArrayList<>(ledger.unknown());
        writes.removeIf(write -> before.contains(write.mark()));
        return writes;
    }

    private void requireGoodEnd(Member member) {
        int code = member.awaitEnd(findings);
        if (!GOOD_ENDS.contains(code)) {
            findings.add(Kind.PROGRAM, "%s ended with %d".formatted(member.name(), code));
        }
    }

    /** Read at once: a claim that is left to run out would still be there. */
    private void requireReleased(Member query) {
        List<ClaimBook.Claim> left = claims.claims();
        if (ClaimBook.owners(left).size() > 1) {
            findings.add(
                    Kind.PROGRAM,
                    "%s has ended and not released: %s".formatted(query.name(), left));
        }
    }
}
