package jp.tenken.storage.mongodb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitCodec;

/**
 * A commit as it stands in the collection: what is looked for, and the whole of it in commit format
 * v1. The format decides; the fields beside it exist to be found by.
 *
 * <p>What a question did not ask for is empty or 0.
 *
 * @param position of the first event, which is the {@code _id}
 * @param end position of the last event
 * @param appendId the writer's identity for this append
 * @param tenant opaque
 * @param sequence of the first event among the tenant's
 * @param recordedAt microseconds since 1970
 * @param hash of the commit
 * @param keys under which the tenant finds it, see {@link #tag}, {@link #type}, {@link #ANY}
 * @param types names of the events, for those who look in all tenants
 * @param chains that the commit is a link of
 * @param content bytes of {@link CommitCodec}
 */
record CommitDocument(
        long position,
        long end,
        UUID appendId,
        String tenant,
        long sequence,
        long recordedAt,
        Hash hash,
        Set<String> keys,
        Set<String> types,
        Set<String> chains,
        byte[] content) {

    static final String POSITION = "_id";
    static final String END = "e";
    static final String APPEND = "a";
    static final String TENANT = "t";
    static final String SEQUENCE = "s";
    static final String RECORDED = "at";
    static final String HASH = "h";
    static final String KEYS = "k";
    static final String TYPES = "y";
    static final String CHAINS = "x";
    static final String CONTENT = "c";

    /** The key of every commit that has content. */
    static final String ANY = "";

    /** The log: one collection, never sharded, because only its {@code _id} makes it a log. */
    static final CollectionSpec COLLECTION =
            new CollectionSpec(
                    "commits",
                    List.of(
                            IndexSpec.uniqueOn(APPEND),
                            IndexSpec.uniqueOn(TENANT, SEQUENCE),
                            IndexSpec.on(TENANT, KEYS, POSITION),
                            IndexSpec.on(TENANT, RECORDED),
                            IndexSpec.on(TYPES, POSITION),
                            IndexSpec.on(RECORDED, POSITION)));

    static CommitDocument of(Commit commit) {
        CommitHeader header = commit.header();
        Set<String> keys = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        for (StoredEvent event : commit.events()) {
            types.add(event.name());
            for (EventTag tag : event.tags()) {
                keys.add(tag(tag));
            }
        }
        if (!types.isEmpty()) {
            keys.add(ANY);
            types.forEach(type -> keys.add(type(type)));
        }
        // A tombstone has lost its tags and is still found by its chains.
        Set<String> chains = header.previousInChain().keySet();
        keys.addAll(chains);
        return new CommitDocument(
                header.position(),
                header.lastPosition(),
                header.appendId(),
                header.tenant(),
                header.tenantSequence(),
                header.recordedAtMicros(),
                header.hash(),
                keys,
                types,
                chains,
                CommitCodec.encode(commit));
    }

    /** The key of a tag, and of the chain of the same name. */
    static String tag(EventTag tag) {
        return tag.key() + ":" + tag.value();
    }

    /** The key of a type; no tag has it, because a tag's key is never blank. */
    static String type(String name) {
        return ":" + name;
    }

    Commit commit() {
        return CommitCodec.decode(position, content);
    }

    /** Sequence of the last event. */
    long lastSequence() {
        return sequence + (end - position);
    }

    /** About what it takes on the wire, in bytes; never less. */
    long size() {
        long size = 512L + content.length;
        for (Set<String> texts : List.of(keys, types, chains)) {
            for (String text : texts) {
                size += 16 + 3L * text.length();
            }
        }
        return size + 3L * tenant.length();
    }
}
