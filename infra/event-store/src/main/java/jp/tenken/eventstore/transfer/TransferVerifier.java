package jp.tenken.eventstore.transfer;

import java.nio.file.Path;

/**
 * Checks a transfer file with nothing but the file: every digest, hash and link, dense sequences,
 * times that rise, the counts, the digest of the whole.
 *
 * <p>It says that the file is a history as some log wrote it. That it is the history of the
 * municipality is said by its head's hash, which whoever keeps the source can compare.
 */
public final class TransferVerifier {

    private static final long STEP = 10_000;

    private TransferVerifier() {}

    /**
     * What a file says of itself; nothing else of it is looked at.
     *
     * @throws TransferException when it is no transfer file of this format
     */
    public static TransferHeader header(Path file) {
        try (TransferReader reader = new TransferReader(file)) {
            return reader.header();
        }
    }

    /**
     * Reads the whole file on this thread.
     *
     * @throws TransferException when it is anything but whole and unaltered
     */
    public static TransferSummary verify(Path file, TransferProgress progress) {
        try (TransferReader reader = new TransferReader(file)) {
            long all = Math.max(1, reader.header().headSequence());
            long next = STEP;
            for (var commit = reader.next(); commit != null; commit = reader.next()) {
                long done = commit.header().lastTenantSequence();
                if (done >= next) {
                    progress.reached(Math.min(done, all), all);
                    next = done + STEP;
                }
            }
            progress.reached(all, all);
            return reader.summary();
        }
    }
}
