package jp.tenken.storage.sqlite;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;

/**
 * The keys under which commits are found again: the first eight bytes, as a signed big-endian
 * number, of the SHA-256 of
 *
 * <pre>
 * 'T' tenant 0xFF tagKey ':' tagValue      a tag within a tenant, and the chain of that name
 * 'E' eventName                            an event type, in all tenants
 * </pre>
 *
 * with texts as {@link OrderedText} writes them, in which the byte 0xFF does not occur. Keys stand
 * in files: this may never change. Two things under one key do no harm, because every commit found
 * is checked against what was asked.
 *
 * <p>A tag and the chain of the same name share a key, so that a tombstone, which has lost its
 * tags, is still found by its chains.
 */
final class LogKeys {

    private static final byte TAG = 'T';
    private static final byte TYPE = 'E';
    private static final byte END = (byte) 0xFF;

    /** A writer meets the same municipalities, items and contracts again and again. */
    private static final int REMEMBERED = 16_384;

    private record Name(byte kind, String scope, String text) {}

    private final MessageDigest digest;
    private final Map<Name, Long> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Name, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** For one thread. */
    LogKeys() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    long tag(String tenant, EventTag tag) {
        return chain(tenant, tag.key() + ":" + tag.value());
    }

    long chain(String tenant, String chain) {
        return known.computeIfAbsent(
                new Name(TAG, tenant, chain),
                name -> {
                    digest.update(TAG);
                    digest.update(OrderedText.encode(tenant));
                    digest.update(END);
                    return finish(chain);
                });
    }

    long type(String name) {
        return known.computeIfAbsent(
                new Name(TYPE, "", name),
                type -> {
                    digest.update(TYPE);
                    return finish(name);
                });
    }

    private long finish(String text) {
        return ByteBuffer.wrap(digest.digest(OrderedText.encode(text))).getLong();
    }

    /** All keys of a commit, each once. */
    Set<Long> of(Commit commit) {
        CommitHeader header = commit.header();
        Set<Long> keys = new HashSet<>();
        for (StoredEvent event : commit.events()) {
            keys.add(type(event.name()));
            for (EventTag tag : event.tags()) {
                keys.add(tag(header.tenant(), tag));
            }
        }
        for (String chain : header.previousInChain().keySet()) {
            keys.add(chain(header.tenant(), chain));
        }
        return keys;
    }
}
