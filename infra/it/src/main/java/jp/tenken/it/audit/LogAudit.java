package jp.tenken.it.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.format.CommitSeal;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.kernel.Tags;

/**
 * Whether a log is one history: positions and sequences dense, every commit intact, every chain
 * linked, nothing in it twice, and nothing of an earlier audit gone. Used for one run, by one
 * thread.
 */
public final class LogAudit {

    private final Findings findings;
    private Map<String, TenantHead> before = new HashMap<>();

    public LogAudit(Findings findings) {
        this.findings = findings;
    }

    /** Audits the whole log. */
    public void check(CommitLog log, LogContent content) {
        Map<String, TenantHead> heads = new HashMap<>();
        Map<String, Hash> chains = new HashMap<>();
        Set<UUID> appends = new HashSet<>();
        Set<String> events = new HashSet<>();
        Map<String, TenantHead> missing = new HashMap<>(before);
        long position = 0;
        for (Commit commit : content.commits()) {
            CommitHeader header = commit.header();
            expect(header, "position", position + 1, header.position());
            position = header.lastPosition();
            if (!CommitSeal.intact(commit)) {
                broken(header, "is not intact");
            }
            if (!appends.add(header.appendId())) {
                broken(header, "has the append id of an earlier one");
            }
            commit.events().stream()
                    .map(StoredEvent::id)
                    .filter(id -> !events.add(id))
                    .forEach(id -> broken(header, "has the event " + id + " of an earlier one"));
            follow(header, heads);
            link(commit, chains);
            missing.remove(header.tenant(), heads.get(header.tenant()));
        }
        missing.forEach(
                (tenant, head) ->
                        findings.add(
                                Kind.LOG, "earlier history of " + tenant + " is gone: " + head));
        before = heads;
        compareWithIndexes(log, position, heads);
    }

    private void follow(CommitHeader header, Map<String, TenantHead> heads) {
        TenantHead last = heads.getOrDefault(header.tenant(), TenantHead.EMPTY);
        expect(header, "tenant sequence", last.sequence() + 1, header.tenantSequence());
        if (!header.previous().equals(last.hash())) {
            broken(header, "does not link to its tenant's commit before");
        }
        if (header.recordedAtMicros() <= last.recordedAtMicros()) {
            broken(header, "is not recorded after its tenant's commit before");
        }
        heads.put(
                header.tenant(),
                new TenantHead(
                        header.lastTenantSequence(),
                        header.lastPosition(),
                        header.recordedAtMicros(),
                        header.hash()));
    }

    private void link(Commit commit, Map<String, Hash> chains) {
        CommitHeader header = commit.header();
        Set<String> touched = new TreeSet<>();
        for (StoredEvent event : commit.events()) {
            for (EventTag tag : event.tags()) {
                if (tag.key().equals(Tags.CONTRACT)) {
                    touched.add(tag.key() + ":" + tag.value());
                }
            }
        }
        if (!touched.equals(header.previousInChain().keySet())) {
            broken(header, "touches %s and links %s".formatted(touched, header.previousInChain()));
        }
        header.previousInChain()
                .forEach(
                        (chain, previous) -> {
                            Hash last = chains.put(header.tenant() + "/" + chain, header.hash());
                            if (!previous.equals(last == null ? Hash.NONE : last)) {
                                broken(header, "does not link in " + chain);
                            }
                        });
    }

    /** The log's own shortcuts say what its commits say. */
    private void compareWithIndexes(CommitLog log, long last, Map<String, TenantHead> heads) {
        long head = Await.value(log.head());
        if (head != last) {
            findings.add(Kind.LOG, "head is %d, the last commit ends at %d".formatted(head, last));
        }
        heads.forEach(
                (tenant, expected) -> {
                    TenantHead actual = Await.value(log.tenantHead(tenant));
                    if (!actual.equals(expected)) {
                        findings.add(
                                Kind.LOG,
                                "head of %s is %s, its last commit is %s"
                                        .formatted(tenant, actual, expected));
                    }
                });
    }

    private void expect(CommitHeader header, String what, long expected, long actual) {
        if (expected != actual) {
            broken(header, "has %s %d instead of %d".formatted(what, actual, expected));
        }
    }

    private void broken(CommitHeader header, String how) {
        findings.add(Kind.LOG, "the commit at position %d %s".formatted(header.position(), how));
    }
}
