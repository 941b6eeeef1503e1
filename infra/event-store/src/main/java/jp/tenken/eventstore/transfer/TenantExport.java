package jp.tenken.eventstore.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.transfer.TransferException.Reason;

/**
 * Writes a tenant's history, from its first event to its head at the beginning of the export, to a
 * file. What is read is checked before it is written, so a damaged log is not handed on.
 *
 * <p>The file appears under its name once it is whole and on the disk. Memory is bounded by one
 * page, and one hash for each chain.
 */
public final class TenantExport {

    private static final int PAGE_EVENTS = 1_000;
    private static final int BUFFER = 64 * 1024;
    private static final String PACKED = ".gz";

    private final CommitLog log;

    /** From this log, which stays the caller's to close. */
    public TenantExport(CommitLog log) {
        this.log = log;
    }

    /**
     * Exports on this thread.
     *
     * @param file that is not there yet; packed when its name ends with {@code .gz}
     * @throws TransferException when the tenant has no history, the log is damaged or does not
     *     answer, or the file cannot be written or is there already
     */
    public TransferSummary export(String tenant, Path file, TransferProgress progress) {
        TenantHead head = Answered.by(log.tenantHead(tenant));
        if (head.sequence() == 0) {
            throw new TransferException(
                    Reason.TENANT_UNKNOWN, "the log has no event of %s".formatted(tenant));
        }
        TransferHeader header =
                new TransferHeader(tenant, log.epoch(), head.sequence(), head.hash());
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new TransferException(
                        Reason.FILE_UNUSABLE, "%s is there already".formatted(file));
            }
            TransferSummary summary = write(header, unfinished, packed(file), progress);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } catch (IOException failure) {
            throw new TransferException(
                    Reason.FILE_UNUSABLE,
                    "%s cannot be written (%s)".formatted(file, failure),
                    failure);
        }
    }

    private static boolean packed(Path file) {
        return file.toString().endsWith(PACKED);
    }

    private TransferSummary write(
            TransferHeader header, Path file, boolean packed, TransferProgress progress)
            throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            OutputStream plain =
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            TransferSummary summary;
            if (packed) {
                GZIPOutputStream packing = new GZIPOutputStream(plain, BUFFER);
                summary = write(header, new BufferedOutputStream(packing, BUFFER), progress);
                packing.finish();
            } else {
                summary = write(header, plain, progress);
            }
            plain.flush();
            channel.force(true);
            return summary;
        }
    }

    private TransferSummary write(
            TransferHeader header, OutputStream stream, TransferProgress progress)
            throws IOException {
        TransferWriter writer = new TransferWriter(stream, header);
        HistoryCheck check = new HistoryCheck(header.tenant());
        while (check.sequence() < header.headSequence()) {
            CommitPage page =
                    Answered.by(log.readTenant(header.tenant(), check.sequence(), PAGE_EVENTS));
            requireMore(page, check);
            for (Commit commit : page.commits()) {
                if (check.sequence() < header.headSequence()) {
                    check.next(commit);
                    writer.write(commit);
                }
            }
            progress.reached(check.sequence(), header.headSequence());
        }
        if (!check.head().equals(header.headHash())) {
            throw new TransferException(
                    Reason.CHAIN_BROKEN, "the log does not end with the commit that it names");
        }
        Hash digest = writer.end(check);
        return check.summary(header, digest);
    }

    private static void requireMore(CommitPage page, HistoryCheck check) {
        if (page.commits().isEmpty()) {
            throw new TransferException(
                    Reason.CHAIN_BROKEN,
                    "the log has nothing behind sequence %d".formatted(check.sequence()));
        }
    }
}
