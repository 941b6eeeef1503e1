package jp.tenken.storage.mongodb;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every question beside those of {@link LogQuery}: what views, vault, tokens, claims and turns look
 * for when they read, change or delete, with the index that answers it. A field that depends on a
 * name has {@value #ANY} in its place.
 */
enum StorageQuery {
    /** A view by its name, also on the condition that it stands where it was seen. */
    VIEW(Where.VIEWS, Set.of("_id"), Set.of("rows", "position")),
    /** All views, some dozen. */
    ALL_VIEWS(Where.VIEWS),
    /** Rows out of use, by their name. */
    RETIRED(Where.RETIRED, Set.of("_id"), Set.of()),
    /** All rows out of use: what was dropped within the last minutes. */
    ALL_RETIRED(Where.RETIRED),
    /** The same, of some age. */
    OLD_RETIRED(Where.RETIRED, Set.of("at"), Set.of(), List.of(), null),
    /** Live rows by their keys, also on the condition that they are as they were seen. */
    ROWS(Where.LIVE_ROWS, Set.of("_id"), Set.of("s", "p")),
    /** A tenant's live rows in order, those that contain a text, or from a place on. */
    LIST(
            Where.LIVE_ROWS,
            Set.of("t"),
            Set.of("x", "s", "o", "_id"),
            List.of("o", "_id"),
            IndexSpec.on("t", "o", "_id")),
    /** The same with certain values of attributes; any one of their indexes serves it. */
    LIST_BY_ATTRIBUTES(
            Where.LIVE_ROWS,
            Set.of("t", "a.*"),
            Set.of("x", "s", "o", "_id"),
            List.of("o", "_id"),
            IndexSpec.on("t", "a.*", "o", "_id")),
    /** Versions by key and beginning. */
    VERSIONS(Where.PAST_ROWS, Set.of("_id"), Set.of("s", "p")),
    /** The last version of a key up to a moment. */
    LAST_VERSION(Where.PAST_ROWS, Set.of("_id"), Set.of("p"), List.of("-_id"), IndexSpec.on("_id")),
    /** A tenant's rows as they stood at a moment. */
    PAST_LIST(
            Where.PAST_ROWS,
            Set.of("t", "s", "u"),
            Set.of("x", "o", "k"),
            List.of("o", "k"),
            IndexSpec.on("t", "o", "k", "u", "s")),
    /** The same with certain values of attributes. */
    PAST_LIST_BY_ATTRIBUTES(
            Where.PAST_ROWS,
            Set.of("t", "s", "u", "a.*"),
            Set.of("x", "o", "k"),
            List.of("o", "k"),
            IndexSpec.on("t", "a.*", "o", "k", "u", "s")),
    /** Entries of the vault by kind and id. */
    ENTRIES(Where.VAULT, Set.of("_id"), Set.of()),
    /** All entries of a kind. */
    ENTRIES_OF_KIND(Where.VAULT, Set.of("_id"), Set.of(), List.of("_id"), IndexSpec.on("_id")),
    /** The segments of a processor, also on the condition that one is as it was seen. */
    SEGMENTS(Where.TOKENS, Set.of("_id"), Set.of("s", "s.*", "s.*.o", "s.*.n", "s.*.p")),
    /** What the storage of tokens is called. */
    IDENTITY(Where.TOKENS_IDENTITY, Set.of("_id"), Set.of()),
    /** A claim, also on the condition that it is as it was seen. */
    CLAIM(Where.CLAIMS, Set.of("_id"), Set.of("o", "n")),
    /** All claims, some dozen: whether anybody is at work. */
    ALL_CLAIMS(Where.CLAIMS),
    /** Who writes and who waits, also on the condition that it is as it was seen. */
    TURN(Where.TURNS, Set.of("_id"), Set.of("h", "n", "w", "w.0"));

    /** Stands for a name that is not known before. */
    static final String ANY = "*";

    /** What is asked. */
    enum Where {
        VIEWS,
        RETIRED,
        LIVE_ROWS,
        PAST_ROWS,
        VAULT,
        TOKENS,
        TOKENS_IDENTITY,
        CLAIMS,
        TURNS
    }

    private final Where where;
    private final Set<String> always;
    private final Set<String> sometimes;
    private final List<String> order;
    private final @Nullable IndexSpec index;

    /** A small collection, read whole. */
    StorageQuery(Where where) {
        this(where, Set.of(), Set.of(), List.of(), null);
    }

    /** Found by {@code _id}. */
    StorageQuery(Where where, Set<String> always, Set<String> sometimes) {
        this(where, always, sometimes, List.of(), IndexSpec.on("_id"));
    }

    StorageQuery(
            Where where,
            Set<String> always,
            Set<String> sometimes,
            List<String> order,
            @Nullable IndexSpec index) {
        this.where = where;
        this.always = always;
        this.sometimes = sometimes;
        this.order = order;
        this.index = index;
    }

    Where where() {
        return where;
    }

    /** Whether a question with conditions on these fields, in this order, is one of this kind. */
    boolean covers(Set<String> fields, List<String> inOrder) {
        return order.equals(inOrder)
                && fields.containsAll(always)
                && fields.stream()
                        .allMatch(field -> always.contains(field) || sometimes.contains(field));
    }

    /** Null where a small collection is read whole. */
    @Nullable IndexSpec index() {
        return index;
    }
}
