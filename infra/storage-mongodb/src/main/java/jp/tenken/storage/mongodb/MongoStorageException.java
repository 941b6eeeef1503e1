package jp.tenken.storage.mongodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database cannot be used. The message is one line of plain English for the operator: which
 * database, what is wrong, what to do. It never shows credentials.
 */
public final class MongoStorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a database cannot be used. The names are stable: programs may switch on them. */
    public enum Kind {
        /** The connection string or the name of the database is not one. */
        MALFORMED_SETTING,
        /** No server answers, or none that takes writes. */
        UNREACHABLE,
        /** The server does not let this program's user in, or not do what it must. */
        REFUSED,
        /** A server outside of a replica set, and the settings do not allow that. */
        STANDALONE,
        /** The server lacks what this program needs. */
        UNSUITABLE,
        /** Other processes work on the database, and what is to be done needs it alone. */
        IN_USE,
        /** A newer version of this program wrote the database. */
        NEWER_FORMAT,
        /** Something in the database is not what it should be, or cannot be read as written. */
        DAMAGED
    }

    private final Kind kind;

    MongoStorageException(
            Kind kind, MongoSettings settings, String message, @Nullable Throwable cause) {
        super(message(settings, message), cause);
        this.kind = kind;
    }

    private static String message(MongoSettings settings, String message) {
        List<String> hosts = settings.hosts();
        return "the database %s at %s %s"
                .formatted(
                        settings.database(),
                        hosts.isEmpty() ? "the configured address" : String.join(", ", hosts),
                        message);
    }

    /** Why the database cannot be used. */
    public Kind kind() {
        return kind;
    }
}
