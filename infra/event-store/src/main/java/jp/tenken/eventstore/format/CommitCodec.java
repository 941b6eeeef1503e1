package jp.tenken.eventstore.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;

/**
 * A whole commit as bytes, all but its position: that belongs to the log that it stands in.
 *
 * <p>Layout, all numbers big-endian, texts as 4-byte length and UTF-8:
 *
 * <pre>
 * u8   format = 1
 * u8   content: 1 = events follow, 0 = tombstone
 * text tenant
 * i64  tenant sequence of the first event
 * i64  recorded at, microseconds since 1970
 * 16 B append id
 * i32  number of events n, then n × 32 B digest
 * 32 B hash of the tenant's commit before
 * i32  number of chains, then per chain in ascending key order: text key, 32 B hash of the chain's commit before
 * 32 B hash of this commit
 * n ×  i32 length, bytes of the event (only with content)
 * </pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class CommitCodec {

    /** The only format that there is. */
    public static final int FORMAT = 1;

    private static final int WITH_CONTENT = 1;
    private static final int TOMBSTONE = 0;

    private CommitCodec() {}

    /** Writes a commit. The same commit always becomes the same bytes. */
    public static byte[] encode(Commit commit) {
        CommitHeader header = commit.header();
        ByteSink sink =
                new ByteSink(expectedLength(commit))
                        .u8(FORMAT)
                        .u8(commit.isTombstone() ? TOMBSTONE : WITH_CONTENT)
                        .text(header.tenant())
                        .i64(header.tenantSequence())
                        .i64(header.recordedAtMicros())
                        .uuid(header.appendId())
                        .i32(header.digests().size());
        header.digests().forEach(digest -> sink.raw(digest.bytes()));
        sink.raw(header.previous().bytes()).i32(header.previousInChain().size());
        header.previousInChain().forEach((key, hash) -> sink.text(key).raw(hash.bytes()));
        sink.raw(header.hash().bytes());
        commit.events().forEach(event -> sink.sized(EventCodec.encode(event)));
        return sink.toBytes();
    }

    /** Enough for all but unusually long names, so that the bytes are written where they stay. */
    private static int expectedLength(Commit commit) {
        int length = 256 + Hash.LENGTH * commit.header().eventCount();
        length += 128 * commit.header().previousInChain().size();
        return length + Math.toIntExact(encodedLength(commit.events()));
    }

    /** Bytes that these events take in a commit, metadata and tags included. */
    public static long encodedLength(List<StoredEvent> events) {
        long length = 0;
        for (StoredEvent event : events) {
            length += Integer.BYTES + EventCodec.encode(event).length;
        }
        return length;
    }

    /**
     * Reads a commit.
     *
     * @param position of its first event in the log that it was read from
     * @throws CommitFormatException when the bytes are damaged or of a newer format
     */
    public static Commit decode(long position, byte[] encoded) {
        ByteSource source = new ByteSource(encoded);
        int format = source.u8();
        if (format != FORMAT) {
            throw new CommitFormatException(
                    "commit at position %d has format %d; this program reads format %d"
                            .formatted(position, format, FORMAT));
        }
        boolean withContent = source.u8() == WITH_CONTENT;
        String tenant = source.text();
        long tenantSequence = source.i64();
        long recordedAt = source.i64();
        UUID appendId = source.uuid();
        List<Hash> digests = digests(source);
        Hash previous = source.hash();
        Map<String, Hash> chains = chains(source);
        CommitHeader header =
                new CommitHeader(
                        position,
                        appendId,
                        tenant,
                        tenantSequence,
                        recordedAt,
                        digests,
                        previous,
                        chains,
                        source.hash());
        Commit commit =
                new Commit(header, withContent ? events(source, digests.size()) : List.of());
        if (!source.exhausted()) {
            throw new CommitFormatException("bytes behind the commit at position " + position);
        }
        return commit;
    }

    private static List<Hash> digests(ByteSource source) {
        int count = source.count(Hash.LENGTH);
        if (count == 1) {
            return List.of(source.hash());
        }
        List<Hash> digests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            digests.add(source.hash());
        }
        return Collections.unmodifiableList(digests);
    }

    private static Map<String, Hash> chains(ByteSource source) {
        int count = source.count(Hash.LENGTH);
        if (count == 0) {
            return Map.of();
        }
        if (count == 1) {
            return Map.of(source.text(), source.hash());
        }
        Map<String, Hash> chains = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            chains.put(source.text(), source.hash());
        }
        return Collections.unmodifiableMap(chains);
    }

    private static List<StoredEvent> events(ByteSource source, int count) {
        if (count == 1) {
            return List.of(EventCodec.decode(source.sizedSource()));
        }
        List<StoredEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(EventCodec.decode(source.sizedSource()));
        }
        return Collections.unmodifiableList(events);
    }
}
