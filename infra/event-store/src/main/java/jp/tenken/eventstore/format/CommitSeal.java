package jp.tenken.eventstore.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;

/**
 * Digests and hashes of commit format v1. Both are SHA-256 over a domain prefix and the fields in
 * the order of {@link CommitCodec}, lengths included, so that no two different commits share a
 * preimage.
 *
 * <p>The commit's hash covers tenant, sequence, time, append id, the digests and the links; neither
 * the position (a tenant can move to another log) nor the content itself (it can be erased).
 *
 * <p>Stateless and thread-safe.
 */
public final class CommitSeal {

    private static final byte[] EVENT_DOMAIN =
            "TENKEN-EVENT-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMIT_DOMAIN =
            "TENKEN-COMMIT-1\n".getBytes(StandardCharsets.US_ASCII);

    private CommitSeal() {}

    /** The salted digest of an event: what remains of it when its content is erased. */
    public static Hash digest(StoredEvent event) {
        return sha256(EVENT_DOMAIN, EventCodec.encode(event));
    }

    /**
     * Makes the header of a commit, its hash included.
     *
     * @param chains previous hash per chain key, in any order
     */
    public static CommitHeader seal(
            long position,
            UUID appendId,
            String tenant,
            long tenantSequence,
            long recordedAtMicros,
            List<Hash> digests,
            Hash previous,
            Map<String, Hash> chains) {
        Map<String, Hash> ordered = chains.size() < 2 ? chains : new TreeMap<>(chains);
        return new CommitHeader(
                position,
                appendId,
                tenant,
                tenantSequence,
                recordedAtMicros,
                digests,
                previous,
                ordered,
                hash(
                        appendId,
                        tenant,
                        tenantSequence,
                        recordedAtMicros,
                        digests,
                        previous,
                        ordered));
    }

    /** The hash that a header must bear. */
    public static Hash hashOf(CommitHeader header) {
        return hash(
                header.appendId(),
                header.tenant(),
                header.tenantSequence(),
                header.recordedAtMicros(),
                header.digests(),
                header.previous(),
                header.previousInChain());
    }

    /**
     * Whether a commit is what it says: its hash fits its header, and its digests fit its content.
     * A tombstone has only the former to show. Links to other commits are not looked at.
     */
    public static boolean intact(Commit commit) {
        if (!hashOf(commit.header()).equals(commit.header().hash())) {
            return false;
        }
        for (int i = 0; i < commit.events().size(); i++) {
            if (!digest(commit.events().get(i)).equals(commit.header().digests().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Hash hash(
            UUID appendId,
            String tenant,
            long tenantSequence,
            long recordedAtMicros,
            List<Hash> digests,
            Hash previous,
            Map<String, Hash> chains) {
        ByteSink sink =
                new ByteSink(256 + Hash.LENGTH * digests.size())
                        .text(tenant)
                        .i64(tenantSequence)
                        .i64(recordedAtMicros)
                        .uuid(appendId)
                        .i32(digests.size());
        digests.forEach(digest -> sink.raw(digest.bytes()));
        sink.raw(previous.bytes()).i32(chains.size());
        chains.forEach((key, hash) -> sink.text(key).raw(hash.bytes()));
        return sha256(COMMIT_DOMAIN, sink.toBytes());
    }

    private static Hash sha256(byte[] domain, byte[] content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(domain);
            return Hash.of(sha256.digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
