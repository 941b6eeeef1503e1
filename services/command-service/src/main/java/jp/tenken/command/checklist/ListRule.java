package jp.tenken.command.checklist;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;

/** What a list in a request may look like: not empty, not endless, nothing twice. */
public final class ListRule {

    /** Most entries of one request. */
    public static final int MAX = 200;

    private ListRule() {}

    /**
     * The list as it came.
     *
     * @param field its name, for the violation
     * @throws Rejection {@code entries-required}, {@code too-many-entries} or {@code
     *     entry-repeated}
     */
    public static <T> List<T> distinct(String field, List<T> entries) {
        return distinct(field, entries, entry -> entry);
    }

    /** As {@link #distinct(String, List)}, with another bound. */
    public static <T> List<T> distinct(String field, List<T> entries, int max) {
        return distinct(field, entries, entry -> entry, max);
    }

    /** As {@link #distinct(String, List)}, where two entries of one key are the same entry. */
    public static <T> List<T> distinct(String field, List<T> entries, Function<T, ?> key) {
        return distinct(field, entries, key, MAX);
    }

    private static <T> List<T> distinct(
            String field, List<T> entries, Function<T, ?> key, int max) {
        if (entries.isEmpty()) {
            throw Rejection.invalidField(field, RejectionCodes.ENTRIES_REQUIRED);
        }
        if (entries.size() > max) {
            throw Rejection.invalidField(
                    field, RejectionCodes.TOO_MANY_ENTRIES, Map.of("max", Integer.toString(max)));
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!seen.add(key.apply(entries.get(i)))) {
                throw Rejection.invalidField(
                        "%s[%d]".formatted(field, i), RejectionCodes.ENTRY_REPEATED);
            }
        }
        return List.copyOf(entries);
    }
}
