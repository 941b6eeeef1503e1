package jp.tenken.eventstore;

/**
 * A label by which events are found again and by which appends are guarded, for example {@code
 * contract} = {@code 01J…}.
 *
 * @param key what kind of thing the value names; never blank
 * @param value the thing; never null, may be any text
 */
public record EventTag(String key, String value) implements Comparable<EventTag> {

    /** Refuses a blank key, which no index could serve. */
    public EventTag {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a tag needs a key");
        }
    }

    /**
     * Orders by key, then by value, both by UTF-16 code unit: the order in which format v1 writes
     * tags.
     */
    @Override
    public int compareTo(EventTag other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : value.compareTo(other.value);
    }
}
