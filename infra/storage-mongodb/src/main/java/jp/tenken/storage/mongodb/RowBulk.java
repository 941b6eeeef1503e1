package jp.tenken.storage.mongodb;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;

/**
 * Writes versions to one collection, many at once and in no order; the driver cuts what is more
 * than a command takes. A version is told by its key and its beginning, and is the same whoever
 * folds it, so one that is there already is only made agree: it keeps the lower position.
 */
final class RowBulk {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<StoredRow> rows;
    private final StoredRows documents;
    private final Replies replies;

    RowBulk(MongoCollection<StoredRow> rows, StoredRows documents, Replies replies) {
        this.rows = rows;
        this.documents = documents;
        this.replies = replies;
    }

    /** As a part of {@link #write}: a row that is thought to be new. */
    WriteModel<StoredRow> insert(StoredRow row) {
        return new InsertOneModel<>(row);
    }

    /** A row, unless there is one of its key. */
    WriteModel<StoredRow> insertUnlessThere(StoredRow row) {
        BsonDocument fresh = content(row).append(StoredRows.POSITION, new BsonInt64(row.at()));
        return new UpdateOneModel<>(
                id(row), new BsonDocument("$setOnInsert", fresh), new UpdateOptions().upsert(true));
    }

    /** A row in the place of exactly that one, its position included. */
    WriteModel<StoredRow> replace(StoredRow before, StoredRow row) {
        return new ReplaceOneModel<>(
                same(before).append(StoredRows.POSITION, new BsonInt64(before.at())), row);
    }

    /** A version that is there: it says the same, and keeps the lower position. */
    WriteModel<StoredRow> agree(StoredRow row) {
        BsonDocument update = lowered(row).append("$set", content(row));
        if (row.removal()) {
            BsonDocument absent = new BsonDocument();
            StoredRows.absentInRemovals().forEach(field -> absent.append(field, BsonNull.VALUE));
            update.append("$unset", absent);
        }
        return new UpdateOneModel<>(same(row), update);
    }

    /** A version that is there, if it is: it keeps the lower position. */
    WriteModel<StoredRow> lower(StoredRow row) {
        return new UpdateOneModel<>(id(row), lowered(row));
    }

    /**
     * Writes.
     *
     * @return how many rows that were expected to be there were
     */
    CompletableFuture<Integer> write(List<WriteModel<StoredRow>> models) {
        return models.isEmpty()
                ? CompletableFuture.completedFuture(0)
                : replies.first(rows.bulkWrite(models, UNORDERED)).thenApply(RowBulk::matched);
    }

    private static int matched(Optional<BulkWriteResult> result) {
        return result.map(BulkWriteResult::getMatchedCount).orElse(0);
    }

    /** Writes versions of which each may be there already. */
    CompletableFuture<Void> add(List<StoredRow> versions) {
        List<WriteModel<StoredRow>> fresh = new ArrayList<>(versions.size());
        versions.forEach(row -> fresh.add(insert(row)));
        return MongoFailures.onDuplicate(write(fresh), refused -> write(anyway(versions)))
                .thenAccept(done -> {});
    }

    /** Not every server goes on behind a row that is there, so all of them are written again. */
    private List<WriteModel<StoredRow>> anyway(List<StoredRow> versions) {
        List<WriteModel<StoredRow>> models = new ArrayList<>(2 * versions.size());
        for (StoredRow row : versions) {
            models.add(insertUnlessThere(row));
            models.add(agree(row));
        }
        return models;
    }

    private BsonDocument same(StoredRow row) {
        return id(row).append(StoredRows.SINCE, new BsonInt64(row.row().since()));
    }

    private BsonDocument id(StoredRow row) {
        return new BsonDocument(StoredRows.ID, new BsonString(documents.id(row.row())));
    }

    private static BsonDocument lowered(StoredRow row) {
        return new BsonDocument(
                "$min", new BsonDocument(StoredRows.POSITION, new BsonInt64(row.at())));
    }

    private BsonDocument content(StoredRow row) {
        BsonDocument content = new BsonDocument();
        BsonDocumentWriter out = new BsonDocumentWriter(content);
        out.writeStartDocument();
        documents.content(out, row);
        out.writeEndDocument();
        return content;
    }
}
