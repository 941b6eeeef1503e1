package jp.tenken.eventstore.transfer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.format.CommitCodec;
import jp.tenken.eventstore.transfer.TransferException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a transfer file, packed or not, commit by commit, and checks whatever it gives: a commit
 * that it returns is the next one of the history. That the file is whole is known once the end was
 * reached. For one thread; holds one commit at a time.
 */
final class TransferReader implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path file;
    private final DigestInputStream digested;
    private final DataInputStream in;
    private final TransferHeader header;
    private final HistoryCheck check;
    private @Nullable TransferSummary summary;

    /**
     * Opens a file and reads its header.
     *
     * @throws TransferException when it cannot be read, or is no transfer file of this format
     */
    TransferReader(Path file) {
        this.file = file;
        InputStream opened = reading(() -> open(file));
        this.digested = new DigestInputStream(opened, TransferFormat.sha256());
        this.in = new DataInputStream(digested);
        try {
            this.header = reading(this::readHeader);
        } catch (TransferException refused) {
            close();
            throw refused;
        }
        this.check = new HistoryCheck(header.tenant());
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        plain.mark(2);
        int first = plain.read() << 8 | plain.read();
        plain.reset();
        return first == GZIP_MAGIC
                ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER)
                : plain;
    }

    private TransferHeader readHeader() throws IOException {
        byte[] magic = in.readNBytes(TransferFormat.MAGIC.length);
        if (!Arrays.equals(magic, TransferFormat.MAGIC)) {
            boolean newer =
                    new String(magic, StandardCharsets.ISO_8859_1)
                            .startsWith(TransferFormat.FAMILY);
            throw newer && magic.length == TransferFormat.MAGIC.length
                    ? refused(Reason.NEWER_FORMAT, "is of a format that this program cannot read")
                    : refused(Reason.NOT_A_TRANSFER, "is no exported history");
        }
        String tenant = new String(sized(TransferFormat.LONGEST_TENANT), StandardCharsets.UTF_8);
        return new TransferHeader(
                tenant, new UUID(in.readLong(), in.readLong()), in.readLong(), hash());
    }

    TransferHeader header() {
        return header;
    }

    /**
     * The next commit; null at the end, and then the file is whole.
     *
     * @throws TransferException when it is cut off, altered or out of order
     */
    @Nullable Commit next() {
        if (summary != null) {
            return null;
        }
        int kind = reading(in::readUnsignedByte);
        switch (kind) {
            case TransferFormat.COMMIT -> {
                Commit commit = decoded(reading(() -> sized(TransferFormat.LONGEST_COMMIT)));
                check.next(commit);
                return commit;
            }
            case TransferFormat.END -> {
                summary = reading(this::readEnd);
                return null;
            }
            default -> throw altered();
        }
    }

    /** Bytes that mean the same but are others were not written by us. */
    private Commit decoded(byte[] bytes) {
        try {
            Commit commit = CommitCodec.decode(0, bytes);
            if (Arrays.equals(CommitCodec.encode(commit), bytes)) {
                return commit;
            }
        } catch (RuntimeException unreadable) {
            throw new TransferException(
                    Reason.ALTERED,
                    "%s is altered behind sequence %d (%s)"
                            .formatted(file, check.sequence(), unreadable.getMessage()),
                    unreadable);
        }
        throw altered();
    }

    private TransferSummary readEnd() throws IOException {
        boolean agrees =
                in.readLong() == check.commits()
                        && in.readLong() == check.sequence()
                        && hash().equals(check.head())
                        && header.headSequence() == check.sequence()
                        && header.headHash().equals(check.head());
        Hash digest = Hash.of(digested.getMessageDigest().digest());
        digested.on(false);
        if (!agrees || !hash().equals(digest) || in.read() >= 0) {
            throw altered();
        }
        return check.summary(header, digest);
    }

    /** What the whole file holds. Only at its end. */
    TransferSummary summary() {
        if (summary == null) {
            throw new IllegalStateException("the end of the file was not reached");
        }
        return summary;
    }

    private byte[] sized(int longest) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw altered();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private Hash hash() throws IOException {
        byte[] bytes = new byte[Hash.LENGTH];
        in.readFully(bytes);
        return Hash.of(bytes);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (EOFException early) {
            throw refused(Reason.CUT_OFF, "ends too early; copy or export it again");
        } catch (ZipException damaged) {
            throw refused(Reason.ALTERED, "cannot be unpacked (%s)".formatted(damaged));
        } catch (IOException failure) {
            throw new TransferException(
                    Reason.FILE_UNUSABLE,
                    "%s cannot be read (%s)".formatted(file, failure),
                    failure);
        }
    }

    private TransferException altered() {
        return refused(Reason.ALTERED, "is not what was exported");
    }

    private TransferException refused(Reason reason, String why) {
        return new TransferException(reason, "%s %s".formatted(file, why));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException nothingIsLostByIt) {
            // It was only read.
        }
    }
}
