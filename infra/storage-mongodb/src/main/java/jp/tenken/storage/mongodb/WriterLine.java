package jp.tenken.storage.mongodb;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Who writes to a log and who waits for it, as one document says it, and the writes that change it.
 * Each holds only while the document is what was seen, so of many who hand on one does.
 *
 * @param holder whose turn it is; empty when it is nobody's
 * @param waiting in the order in which they came
 * @param passes how often the turn has changed hands; 0 when there is no document yet
 */
record WriterLine(String holder, List<String> waiting, long passes) {

    static final CollectionSpec COLLECTION = CollectionSpec.of("turns");

    private static final String ID = "_id";
    private static final String LOG = "log";
    private static final String HOLDER = "h";
    private static final String WAITING = "w";
    private static final String FIRST = "w.0";
    private static final String PASSES = "n";
    private static final String NOBODY = "";

    WriterLine {
        waiting = List.copyOf(waiting);
    }

    static WriterLine of(Optional<BsonDocument> found) {
        if (found.isEmpty()) {
            return new WriterLine(NOBODY, List.of(), 0);
        }
        BsonDocument document = found.get();
        List<String> waiting = new ArrayList<>();
        if (document.containsKey(WAITING)) {
            document.getArray(WAITING).forEach(each -> waiting.add(each.asString().getValue()));
        }
        return new WriterLine(
                document.getString(HOLDER).getValue(),
                waiting,
                document.getInt64(PASSES).getValue());
    }

    /** Finds the document. */
    static BsonDocument whole() {
        return new BsonDocument(ID, new BsonString(LOG));
    }

    boolean isHeldBy(String writer) {
        return holder.equals(writer);
    }

    boolean isFree() {
        return holder.equals(NOBODY);
    }

    /** From 0, or -1 when the writer does not wait. */
    int placeOf(String writer) {
        return waiting.indexOf(writer);
    }

    /** Whether anybody else has the turn or waits for it. */
    boolean isWantedBesides(String writer) {
        return !(isFree() || isHeldBy(writer))
                || waiting.stream().anyMatch(each -> !each.equals(writer));
    }

    /** Nobody has the turn and nobody waits; also where there is no document yet. */
    static BsonDocument unwanted() {
        return held(NOBODY).append(FIRST, exists(false));
    }

    /** Neither in line nor holding. */
    static BsonDocument without(String writer) {
        BsonDocument other = new BsonDocument("$ne", new BsonString(writer));
        return whole().append(HOLDER, other).append(WAITING, other);
    }

    /** As it was seen, with the one in front who was. */
    BsonDocument unchanged() {
        BsonDocument same = held(holder).append(PASSES, new BsonInt64(passes));
        return same.append(
                FIRST, waiting.isEmpty() ? exists(false) : new BsonString(waiting.getFirst()));
    }

    /** Gives the turn to the one in front, or to nobody when nobody waits. */
    Bson pass() {
        return waiting.isEmpty()
                ? to(NOBODY)
                : Updates.combine(to(waiting.getFirst()), Updates.popFirst(WAITING));
    }

    static Bson to(String writer) {
        return Updates.combine(Updates.set(HOLDER, writer), Updates.inc(PASSES, 1L));
    }

    static Bson queueUp(String writer) {
        return Updates.push(WAITING, writer);
    }

    static Bson stepOut(String writer) {
        return Updates.pull(WAITING, writer);
    }

    private static BsonDocument held(String holder) {
        return whole().append(HOLDER, new BsonString(holder));
    }

    private static BsonDocument exists(boolean there) {
        return new BsonDocument("$exists", BsonBoolean.valueOf(there));
    }
}
