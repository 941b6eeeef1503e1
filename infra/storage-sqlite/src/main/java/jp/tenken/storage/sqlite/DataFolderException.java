package jp.tenken.storage.sqlite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A data folder cannot be used. The message is one line of plain English for the operator: which
 * folder, what is wrong, what to do.
 */
public final class DataFolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a folder cannot be used. The names are stable: programs may switch on them. */
    public enum Kind {
        /** Another process, or another owner in this process, has the folder open. */
        LOCKED,
        /** A file is missing, is not what it should be, or cannot be read as written. */
        DAMAGED,
        /** A newer version of this program wrote the folder. */
        NEWER_FORMAT,
        /** The folder or a file in it cannot be created or written. */
        NOT_WRITABLE,
        /** There is no space left to create the files. */
        DISK_FULL
    }

    private final Kind kind;
    private final transient @Nullable Path folder;

    DataFolderException(Kind kind, Path folder, String message) {
        this(kind, folder, message, null);
    }

    DataFolderException(Kind kind, Path folder, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.folder = folder;
    }

    /** Why the folder cannot be used. */
    public Kind kind() {
        return kind;
    }

    /** The folder, absolute; null only after the exception itself was serialized and read back. */
    public @Nullable Path folder() {
        return folder;
    }
}
