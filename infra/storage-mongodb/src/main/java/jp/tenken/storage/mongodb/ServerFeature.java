package jp.tenken.storage.mongodb;

import com.mongodb.connection.ClusterType;
import java.util.function.Predicate;

/**
 * Every feature of a MongoDB server that this engine uses, beside plain finds, inserts, updates by
 * filter and deletes. What is not here may not be used: no transactions, no update pipelines, no
 * server-side scripts.
 *
 * <p>{@link Checked} says how its absence shows: by what the server says of itself, by using it
 * once at start, or never, because the engine does without.
 */
enum ServerFeature {
    /** A wire protocol that the driver speaks; the driver refuses others by itself. */
    WIRE_PROTOCOL(Checked.AT_START_BY_USE, "answers to this driver", server -> true),
    /** No shards: a log's order is the order of one collection on one set of servers. */
    UNSHARDED(
            Checked.BY_DESCRIPTION,
            "is not a sharded cluster; name one of its replica sets instead",
            server -> server.type() != ClusterType.SHARDED),
    /** Nothing acknowledged is lost with a minority of the servers. */
    REPLICA_SET(
            Checked.BY_DESCRIPTION_UNLESS_ALLOWED,
            "is a member of a replica set",
            server -> server.type() == ClusterType.REPLICA_SET),
    /** The driver repeats a write over a change of primary and the server does it once. */
    RETRYABLE_WRITES(
            Checked.BY_DESCRIPTION_UNLESS_ALLOWED,
            "keeps sessions, without which a write cannot be repeated safely",
            ServerFacts::sessions),
    /** {@code w: majority, j: true}, the only way in which anything is written. */
    MAJORITY_WRITES(Checked.AT_START_BY_USE, "acknowledges writes by a majority", server -> true),
    /** {@code readConcern: majority}, the only way in which the log is read. */
    MAJORITY_READS(Checked.AT_START_BY_USE, "reads what a majority has", server -> true),
    /** Unique, compound and multikey indexes, and orders along them. */
    INDEXES(Checked.AT_START_BY_USE, "makes the declared indexes", server -> true),
    /** Questions that name the index that serves them. */
    HINTS(Checked.AT_START_BY_USE, "answers along a named index", server -> true),
    /** {@code $push}, {@code $pull} and {@code $pop}: the line of those who want to write. */
    LISTS(Checked.AT_FIRST_USE, "keeps a list in a document", server -> true),
    /** {@code $currentDate}: the server's clock, for claims and tokens. */
    SERVER_TIME(Checked.AT_FIRST_USE, "stamps documents with its own time", server -> true),
    /** Word of what others write; without it readers look from time to time. */
    CHANGE_STREAMS(
            Checked.NOT_NEEDED,
            "tells of changes",
            server -> server.type() == ClusterType.REPLICA_SET);

    /** How the absence of a feature shows. */
    enum Checked {
        /** The server says whether it has it, and the program does not start without it. */
        BY_DESCRIPTION,
        /** The same, unless the settings say that a single server will do. */
        BY_DESCRIPTION_UNLESS_ALLOWED,
        /** It is used when the program starts, which then fails. */
        AT_START_BY_USE,
        /** What needs it fails, and says so. */
        AT_FIRST_USE,
        /** It is used where the server says that it has it. */
        NOT_NEEDED
    }

    private final Checked checked;
    private final String meaning;
    private final Predicate<ServerFacts> present;

    ServerFeature(Checked checked, String meaning, Predicate<ServerFacts> present) {
        this.checked = checked;
        this.meaning = meaning;
        this.present = present;
    }

    Checked checked() {
        return checked;
    }

    /** What a server with this feature does, as the end of a sentence. */
    String meaning() {
        return meaning;
    }

    /** Whether the server says that it has it; true where only use can tell. */
    boolean isIn(ServerFacts server) {
        return present.test(server);
    }
}
