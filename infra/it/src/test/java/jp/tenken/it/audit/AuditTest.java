package jp.tenken.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitSeal;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.InMemoryViewStore;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Outcome;
import jp.tenken.it.audit.Write.Refused;
import jp.tenken.it.audit.Write.Unknown;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.query.QueryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An audit that finds nothing is worth what it would have found. */
class AuditTest {

    private static final Town TOWN = Town.ALL.getFirst();

    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private final LogAudit log = new LogAudit(findings);

    /** Ways in which a commit can be wrong. */
    enum Damage {
        CONTENT,
        SEQUENCE,
        TENANT_LINK,
        CONTRACT_LINK,
        CONTRACT_LEFT_OUT,
        TIME;

        Commit on(Commit commit) {
            CommitHeader right = commit.header();
            if (this == CONTENT) {
                return new Commit(right, List.of(Damage.other(commit)));
            }
            return new Commit(
                    CommitSeal.seal(
                            right.position(),
                            right.appendId(),
                            right.tenant(),
                            right.tenantSequence() + (this == SEQUENCE ? 1 : 0),
                            this == TIME ? 1 : right.recordedAtMicros(),
                            right.digests(),
                            this == TENANT_LINK ? Hash.NONE : right.previous(),
                            this == CONTRACT_LEFT_OUT
                                    ? Map.of()
                                    : this == CONTRACT_LINK
                                            ? Map.of("contract:a", Hash.NONE)
                                            : right.previousInChain()),
                    commit.events());
        }

        private static StoredEvent other(Commit commit) {
            var event = commit.events().getFirst();
            byte[] payload = event.payload().clone();
            payload[payload.length - 3] ^= 1;
            return new StoredEvent(
                    event.id(),
                    event.name(),
                    event.version(),
                    event.timestamp(),
                    event.tags(),
                    event.metadata(),
                    payload,
                    event.salt());
        }
    }

    @Test
    void findsNothingWhereAllIsAsItWasSaid() {
        remember("c01-000001", null, 0, new Acknowledged(10, "a", 1, 1));
        remember("c01-000002", "OPS-01", 20, new Acknowledged(30, "OPS-01", 2, 1));
        remember("c02-000001", "OPS-01", 20, new Unknown("no answer"));
        remember("c02-000002", "OPS-01", 40, new Refused("stale"));

        audit(right());

        assertThat(findings.texts()).isEmpty();
    }

    @Test
    void findsWhatIsLost() {
        remember("c01-000003", "OPS-01", 20, new Acknowledged(30, "OPS-01", 3, 2));

        audit(right());

        assertThat(findings.count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void findsWhatIsDoubled() {
        remember("c01-000002", "OPS-01", 20, new Unknown("no answer"));

        audit(right().decided("a", "OPS-01", "c01-000002", 2));

        assertThat(findings.count(Kind.DOUBLED)).isEqualTo(1);
    }

    @Test
    void findsWhatStandsElsewhereThanWasSaid() {
        remember("c01-000002", "OPS-01", 20, new Acknowledged(30, "OPS-01", 3, 1));

        audit(right());

        assertThat(findings.count(Kind.REORDERED)).isEqualTo(1);
    }

    @Test
    void findsWhatWasAnsweredFirstAndStandsLast() {
        remember("c02-000009", "OPS-02", 1, new Acknowledged(2, "OPS-02", 3, 1));
        remember("c01-000002", "OPS-01", 20, new Acknowledged(30, "OPS-01", 2, 1));

        audit(right().decided("a", "OPS-02", "c02-000009", 1));

        assertThat(findings.count(Kind.REORDERED)).isEqualTo(1);
    }

    @Test
    void findsWhatWasRefusedAndIsThere() {
        remember("c01-000002", "OPS-01", 20, new Refused("stale"));

        audit(right());

        assertThat(findings.count(Kind.ALTERED)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void findsWhatNobodyAskedFor() {
        audit(right());

        assertThat(findings.count(Kind.ALTERED)).isEqualTo(2);
    }

    @Test
    void findsAVersionThatIsLeftOut() {
        remember("c01-000001", null, 0, new Acknowledged(10, "a", 1, 1));
        remember("c01-000002", "OPS-01", 20, new Unknown("no answer"));
        remember("c01-000003", "OPS-01", 40, new Unknown("no answer"));

        audit(right().decided("a", "OPS-01", "c01-000003", 3));

        assertThat(findings.count(Kind.ALTERED)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void findsADamagedCommit(Damage damage) {
        CommitLog tampered = right().tampered(damage::on).log();

        log.check(tampered, LogContent.of(tampered));

        assertThat(findings.count(Kind.LOG)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void findsThatEarlierHistoryIsGone() {
        CommitLog first = right().log();
        CommitLog other = new Logbook().registered("b", "c01-000001").log();

        log.check(first, LogContent.of(first));
        log.check(other, LogContent.of(other));

        assertThat(findings.count(Kind.LOG)).isEqualTo(1);
    }

    @Test
    void findsARowThatARebuildWouldWriteOtherwise() {
        ViewAudit audit = new ViewAudit(findings, new SplittableRandom(1));
        CommitLog log = right().log();
        InMemoryViewStore store = new InMemoryViewStore();
        audit.check(log, store);
        assertThat(findings.texts()).isEmpty();

        spoilOneRow(log, store);
        audit.check(log, store);

        assertThat(findings.count(Kind.VIEWS)).isGreaterThanOrEqualTo(1);
    }

    private static void spoilOneRow(CommitLog log, InMemoryViewStore store) {
        long head = Await.value(log.head());
        for (var view : QueryService.views()) {
            ViewName name = view.name();
            for (Row row : Await.value(store.list(name, RowQuery.live(TOWN.tenant(), 1))).rows()) {
                Row other =
                        new Row(
                                row.key(),
                                row.since(),
                                row.until(),
                                row.sort(),
                                row.text(),
                                row.attributes(),
                                new byte[] {'{', '}'});
                assertThat(Await.value(store.write(name, head, head, log.epoch(), List.of(other))))
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("no view has a row");
    }

    private static Logbook right() {
        return new Logbook().registered("a", "c01-000001").decided("a", "OPS-01", "c01-000002", 1);
    }

    private void remember(String mark, @Nullable String item, long sent, Outcome outcome) {
        ledger.remember(
                new Write(
                        mark,
                        Integer.parseInt(mark.substring(1, 3)),
                        TOWN,
                        item == null ? null : "a",
                        item,
                        false,
                        null,
                        null,
                        sent,
                        outcome));
    }

    private void audit(Logbook book) {
        CommitLog written = book.log();
        LogContent content = LogContent.of(written);
        log.check(written, content);
        new LedgerAudit(ledger, findings).check(content);
    }
}
