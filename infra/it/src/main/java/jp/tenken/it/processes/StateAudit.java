package jp.tenken.it.processes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.it.Patience;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.AnswerAudit;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.LedgerAudit;
import jp.tenken.it.audit.LogAudit;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.ViewAudit;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewStore;
import jp.tenken.query.QueryService;
import jp.tenken.runtime.Storage;

/**
 * Everything that the services share, looked at beside them while nobody writes. Used for one run,
 * by one thread.
 */
final class StateAudit {

    private static final int AUDITED_CONTRACTS = 12;

    private final Storage storage;
    private final Cluster cluster;
    private final Tokens tokens;
    private final Findings findings;
    private final LogAudit log;
    private final LedgerAudit ledger;
    private final ViewAudit views;
    private final FeedAudit feed;

    StateAudit(
            Storage storage,
            Cluster cluster,
            Tokens tokens,
            Ledger ledger,
            Findings findings,
            SplittableRandom random) {
        this.storage = storage;
        this.cluster = cluster;
        this.tokens = tokens;
        this.findings = findings;
        this.log = new LogAudit(findings);
        this.ledger = new LedgerAudit(ledger, findings);
        this.views = new ViewAudit(findings, random);
        this.feed = new FeedAudit(cluster.integration(), tokens, findings);
    }

    /** How many events the feed has brought. */
    long fed() {
        return feed.events();
    }

    /** Waits until the services have brought every view to the present end of the log. */
    void awaitViews() {
        long head = Await.value(storage.log().head());
        ViewStore store = storage.views();
        for (View<?> view : QueryService.views()) {
            var unused =
                    Patience.until(
                            "%s reaches %d".formatted(view.name(), head),
                            () -> Await.value(store.progress(view.name())).position() >= head);
        }
    }

    /**
     * Audits log, views, feed and answers.
     *
     * @param seed chooses the contracts of which answers are compared
     */
    LogContent check(long seed) throws IOException {
        CommitLog commits = storage.log();
        LogContent content = LogContent.of(commits);
        log.check(commits, content);
        ledger.check(content);
        awaitViews();
        views.checkKept(commits, storage.views());
        feed.check(content);
        List<String> places = new ArrayList<>(content.decisions().keySet());
        Collections.shuffle(places, new Random(seed));
        List<String> some = places.subList(0, Math.min(AUDITED_CONTRACTS, places.size()));
        for (Member query : cluster.queries()) {
            new AnswerAudit(query.life().http(), tokens, findings).check(content, some);
        }
        cluster.all().forEach(member -> member.requireAlive(findings));
        return content;
    }
}
