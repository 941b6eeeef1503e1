package jp.tenken.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in a commit. Nothing of it is ever re-rendered: the payload bytes that
 * were written are the payload bytes that are read and hashed.
 *
 * <p>The arrays are not copied on the way in or out, because replay would pay for it a million
 * times; nobody may write to them. Immutable and thread-safe under that rule.
 *
 * @param id unique in the log; given by the writer
 * @param name qualified type name, for ever stable
 * @param version version of the payload's shape as it was written
 * @param timestamp when the writer says it happened, to the nanosecond, exactly as given
 * @param tags distinct, in ascending order
 * @param metadata as given; a value may be null
 * @param payload bytes as written; may be empty
 * @param salt 16 random bytes that keep the digest from revealing a guessable payload (commit
 *     format v1)
 */
public record StoredEvent(
        String id,
        String name,
        String version,
        Instant timestamp,
        List<EventTag> tags,
        Map<String, @Nullable String> metadata,
        byte[] payload,
        byte[] salt) {

    /** Length of {@link #salt()} in bytes. */
    public static final int SALT_LENGTH = 16;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredEvent that
                && id.equals(that.id)
                && name.equals(that.name)
                && version.equals(that.version)
                && timestamp.equals(that.timestamp)
                && tags.equals(that.tags)
                && metadata.equals(that.metadata)
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(salt, that.salt);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "StoredEvent[%s %s v%s, %d bytes]".formatted(id, name, version, payload.length);
    }
}
