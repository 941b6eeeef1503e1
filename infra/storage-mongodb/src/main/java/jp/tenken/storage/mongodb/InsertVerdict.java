package jp.tenken.storage.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a failed ordered insert says about its documents. An ordered insert stops at the first one
 * that fails and keeps those before it, so one number tells what stands.
 */
sealed interface InsertVerdict {

    /** Nothing of it was written, and nothing will be. */
    record NothingWritten(Throwable cause) implements InsertVerdict {}

    /** Another document has the position, perhaps one of ours from an earlier attempt. */
    record Taken() implements InsertVerdict {}

    /**
     * Position and document are fine, but an index that guards what the writer must never do found
     * a second of its kind: never a lost race.
     */
    record Doubled(int standing, String index, Throwable cause) implements InsertVerdict {}

    /** One was refused, those before it stand. */
    record Cut(Throwable cause) implements InsertVerdict {}

    /** It may stand, may arrive later, or never. */
    record Unknown(Throwable cause) implements InsertVerdict {}

    /** Names of what the server calls a duplicate of which index. */
    Pattern INDEX = Pattern.compile(" index: (\\S+)");

    int DUPLICATE = 11000;

    /** The server was stopping, or no longer the primary, when it said so. */
    Set<Integer> STATE_CHANGED =
            Set.of(6, 7, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

    static InsertVerdict of(Throwable failure) {
        if (failure instanceof MongoBulkWriteException bulk && !bulk.getWriteErrors().isEmpty()) {
            return of(bulk, bulk.getWriteErrors().getFirst());
        }
        // A write concern that was not met leaves the write where it is, now or later.
        return MongoFailures.wroteNothing(failure)
                ? new NothingWritten(failure)
                : new Unknown(failure);
    }

    private static InsertVerdict of(MongoBulkWriteException failure, BulkWriteError error) {
        if (error.getCode() == DUPLICATE) {
            Matcher named = INDEX.matcher(error.getMessage());
            String index = named.find() ? named.group(1) : "";
            return index.startsWith(CommitDocument.POSITION)
                    ? new Taken()
                    : new Doubled(error.getIndex(), index, failure);
        }
        if (STATE_CHANGED.contains(error.getCode())) {
            return new Unknown(failure);
        }
        return error.getIndex() == 0 ? new NothingWritten(failure) : new Cut(failure);
    }
}
