package jp.tenken.eventstore;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in a commit. Nothing of it is ever re-rendered: the payload bytes that
 * were written are the payload bytes that are read and hashed.
 *
 * <p>The arrays are not copied on the way in or out, because replay would pay for it a million
 * times; nobody may write to them. For the same reason what few readers look at is read from the
 * bytes only when somebody asks for it. Immutable and thread-safe under that rule.
 */
public final class StoredEvent {

    /** Length of {@link #salt()} in bytes. */
    public static final int SALT_LENGTH = 16;

    /** What few readers look at, read anew at every call. Thread-safe. */
    public interface Details {

        /** Unique in the log. */
        String id();

        /** Distinct, in ascending order. */
        List<EventTag> tags();

        /** Whether all of them are among the tags. */
        boolean carry(Set<EventTag> wanted);

        /** As given; a value may be null. */
        Map<String, @Nullable String> metadata();

        /** {@value StoredEvent#SALT_LENGTH} bytes. */
        byte[] salt();
    }

    private record Given(
            String id, List<EventTag> tags, Map<String, @Nullable String> metadata, byte[] salt)
            implements Details {
        @Override
        public boolean carry(Set<EventTag> wanted) {
            return tags.containsAll(wanted);
        }
    }

    private record Decoded(Type type, Object payload) {}

    private final String name;
    private final String version;
    private final Instant timestamp;
    private final byte[] payload;
    private final Details details;
    private volatile @Nullable String id;
    private volatile @Nullable List<EventTag> tags;
    private volatile @Nullable Map<String, @Nullable String> metadata;
    private volatile byte @Nullable [] encoded;
    private volatile @Nullable Decoded decoded;

    /**
     * An event of which everything is known.
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
    public StoredEvent(
            String id,
            String name,
            String version,
            Instant timestamp,
            List<EventTag> tags,
            Map<String, @Nullable String> metadata,
            byte[] payload,
            byte[] salt) {
        this(name, version, timestamp, payload, new Given(id, tags, metadata, salt));
    }

    /** An event whose details are read when somebody asks for them; else as above. */
    public StoredEvent(
            String name, String version, Instant timestamp, byte[] payload, Details details) {
        this.name = name;
        this.version = version;
        this.timestamp = timestamp;
        this.payload = payload;
        this.details = details;
    }

    /** Unique in the log; given by the writer. */
    public String id() {
        String known = id;
        if (known == null) {
            known = details.id();
            id = known;
        }
        return known;
    }

    /** Qualified type name, for ever stable. */
    public String name() {
        return name;
    }

    /** Version of the payload's shape as it was written. */
    public String version() {
        return version;
    }

    /** When the writer says it happened, to the nanosecond, exactly as given. */
    public Instant timestamp() {
        return timestamp;
    }

    /** Distinct, in ascending order. */
    public List<EventTag> tags() {
        List<EventTag> known = tags;
        if (known == null) {
            known = details.tags();
            tags = known;
        }
        return known;
    }

    /** Whether it carries all of these tags, which costs less than to look at them. */
    public boolean carries(Set<EventTag> wanted) {
        List<EventTag> known = tags;
        return known == null ? details.carry(wanted) : known.containsAll(wanted);
    }

    /** As given; a value may be null. */
    public Map<String, @Nullable String> metadata() {
        Map<String, @Nullable String> known = metadata;
        if (known == null) {
            known = details.metadata();
            metadata = known;
        }
        return known;
    }

    /** Bytes as written; may be empty. */
    public byte[] payload() {
        return payload;
    }

    /** {@value #SALT_LENGTH} random bytes that are digested with the content. */
    public byte[] salt() {
        return details.salt();
    }

    /**
     * The event as bytes, made by {@code codec} once: digest, write and proof want the same ones.
     *
     * @param codec of the commit format; always the same
     */
    public byte[] encoded(Function<StoredEvent, byte[]> codec) {
        byte[] known = encoded;
        if (known == null) {
            known = codec.apply(this);
            encoded = known;
        }
        return known;
    }

    /**
     * The payload as an object, made by {@code decoder} once: every view and every decision that
     * meets this event wants the same. So what it makes must be immutable.
     *
     * @param type of the object; the first one that is asked for is remembered
     * @param decoder from bytes to an object of the type; what it throws is thrown
     */
    public Object decoded(Type type, Function<byte[], Object> decoder) {
        Decoded known = decoded;
        if (known != null && known.type().equals(type)) {
            return known.payload();
        }
        Object made = decoder.apply(payload);
        if (known == null) {
            decoded = new Decoded(type, made);
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredEvent that
                && id().equals(that.id())
                && name.equals(that.name)
                && version.equals(that.version)
                && timestamp.equals(that.timestamp)
                && tags().equals(that.tags())
                && metadata().equals(that.metadata())
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(salt(), that.salt());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "StoredEvent[%s %s v%s, %d bytes]".formatted(id(), name, version, payload.length);
    }
}
