package jp.tenken.eventstore.transfer;

import java.nio.file.Path;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.append.Appender;
import jp.tenken.eventstore.transfer.TransferException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Puts the history of a transfer file behind what stands in a log. The whole file is verified
 * before the first commit is written. Then the commits go through the log's appender, in line with
 * everybody else's appends: sequences, times, append ids and hashes stay, positions are new.
 *
 * <p>What stands of the tenant must be a prefix of the file, so an import that was broken off goes
 * on where it stopped, and one that is complete has nothing left to do. Any other history is
 * refused.
 *
 * <p>Memory is bounded by one page, and one hash for each chain. For one thread at a time; two
 * imports of one file at once do each other no harm.
 */
public final class TenantImport {

    private static final int FRUITLESS_ROUNDS = 20;
    private static final long PAUSE_MILLIS = 250;

    private final CommitLog log;
    private final MovingCommits moving;

    /**
     * Into this log. Both stay the caller's to close.
     *
     * @param appender the one of this process for this log
     */
    public TenantImport(CommitLog log, Appender appender) {
        this.log = log;
        this.moving = new MovingCommits(log, appender);
    }

    /**
     * Verifies and imports on this thread.
     *
     * @param verifying hears of the reading before
     * @param importing hears of the writing
     * @throws TransferException when the file is not whole and unaltered, the tenant has another
     *     history here, or the log takes no more; what was written by then is a valid prefix
     */
    public ImportReceipt run(Path file, TransferProgress verifying, TransferProgress importing) {
        TransferSummary verified = TransferVerifier.verify(file, verifying);
        String tenant = verified.header().tenant();
        long before = standing(tenant).sequence();
        long reached = before;
        int fruitless = 0;
        for (RuntimeException setback = goOn(file, verified, importing);
                setback != null;
                setback = goOn(file, verified, importing)) {
            long now = standing(tenant).sequence();
            fruitless = now > reached ? 0 : fruitless + 1;
            reached = now;
            if (fruitless > FRUITLESS_ROUNDS) {
                throw new TransferException(
                        Reason.LOG_UNAVAILABLE,
                        "the log takes nothing behind sequence %d (%s)"
                                .formatted(now, setback.getMessage()),
                        setback);
            }
            Answered.pause(PAUSE_MILLIS);
        }
        return new ImportReceipt(verified, before, standing(tenant).sequence());
    }

    /** Imports what is missing; null when nothing is, else why it has to be tried again. */
    private @Nullable RuntimeException goOn(
            Path file, TransferSummary verified, TransferProgress progress) {
        TransferHeader header = verified.header();
        TenantHead head = standing(header.tenant());
        if (head.sequence() >= header.headSequence()) {
            requireAgreement(header, head);
            return null;
        }
        try (TransferReader reader = new TransferReader(file)) {
            passBy(reader, head);
            MovingCommits.Page page = moving.page();
            for (Commit commit = reader.next(); commit != null; commit = reader.next()) {
                if (!page.hasRoomFor(commit)) {
                    RuntimeException setback = page.write();
                    if (setback != null) {
                        return setback;
                    }
                    progress.reached(page.lastSequence(), header.headSequence());
                    page = moving.page();
                }
                page.add(commit);
            }
            requireSameFile(reader.summary(), verified);
            RuntimeException setback = page.write();
            if (setback == null) {
                progress.reached(header.headSequence(), header.headSequence());
                requireAgreement(header, standing(header.tenant()));
            }
            return setback;
        }
    }

    private TenantHead standing(String tenant) {
        return Answered.by(log.tenantHead(tenant));
    }

    /** Reads up to what stands already, which must be what the file says. */
    private static void passBy(TransferReader reader, TenantHead head) {
        long sequence = 0;
        Hash hash = Hash.NONE;
        while (sequence < head.sequence()) {
            Commit commit = reader.next();
            if (commit == null) {
                break;
            }
            sequence = commit.header().lastTenantSequence();
            hash = commit.header().hash();
        }
        if (sequence != head.sequence() || !hash.equals(head.hash())) {
            throw diverged(reader.header(), head);
        }
    }

    /** What stands is at least as long as the file, and must have the file's last commit in it. */
    private void requireAgreement(TransferHeader header, TenantHead head) {
        if (head.sequence() == header.headSequence() && head.hash().equals(header.headHash())) {
            return;
        }
        CommitPage page =
                Answered.by(log.readTenant(header.tenant(), header.headSequence() - 1, 1));
        boolean within =
                !page.commits().isEmpty()
                        && page.commits().getFirst().header().hash().equals(header.headHash());
        if (!within) {
            throw diverged(header, head);
        }
    }

    private static void requireSameFile(TransferSummary now, TransferSummary verified) {
        if (!now.digest().equals(verified.digest())) {
            throw new TransferException(
                    Reason.ALTERED, "the file was exchanged after it had been verified");
        }
    }

    private static TransferException diverged(TransferHeader header, TenantHead head) {
        return new TransferException(
                Reason.DIVERGED,
                "the log holds another history of %s: %d events up to hash %s are no part of the file's %d up to %s"
                        .formatted(
                                header.tenant(),
                                head.sequence(),
                                head.hash(),
                                header.headSequence(),
                                header.headHash()));
    }
}
