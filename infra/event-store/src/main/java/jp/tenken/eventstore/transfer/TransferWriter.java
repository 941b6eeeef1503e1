package jp.tenken.eventstore.transfer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.format.CommitCodec;

/** Writes a transfer file, commit by commit. For one thread; the stream stays the caller's. */
final class TransferWriter {

    private final DigestOutputStream digested;
    private final DataOutputStream out;

    /** Writes the header. */
    TransferWriter(OutputStream stream, TransferHeader header) throws IOException {
        digested = new DigestOutputStream(stream, TransferFormat.sha256());
        out = new DataOutputStream(digested);
        byte[] tenant = header.tenant().getBytes(StandardCharsets.UTF_8);
        out.write(TransferFormat.MAGIC);
        out.writeInt(tenant.length);
        out.write(tenant);
        out.writeLong(header.epoch().getMostSignificantBits());
        out.writeLong(header.epoch().getLeastSignificantBits());
        out.writeLong(header.headSequence());
        out.write(header.headHash().bytes());
    }

    void write(Commit commit) throws IOException {
        byte[] bytes = CommitCodec.encode(commit);
        out.writeByte(TransferFormat.COMMIT);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Writes the trailer; the digest of the file. */
    Hash end(HistoryCheck written) throws IOException {
        out.writeByte(TransferFormat.END);
        out.writeLong(written.commits());
        out.writeLong(written.sequence());
        out.write(written.head().bytes());
        Hash digest = Hash.of(digested.getMessageDigest().digest());
        digested.on(false);
        out.write(digest.bytes());
        out.flush();
        return digest;
    }
}
