package jp.tenken.storage.mongodb;

import static jp.tenken.storage.mongodb.CommitDocument.APPEND;
import static jp.tenken.storage.mongodb.CommitDocument.CHAINS;
import static jp.tenken.storage.mongodb.CommitDocument.CONTENT;
import static jp.tenken.storage.mongodb.CommitDocument.END;
import static jp.tenken.storage.mongodb.CommitDocument.HASH;
import static jp.tenken.storage.mongodb.CommitDocument.KEYS;
import static jp.tenken.storage.mongodb.CommitDocument.POSITION;
import static jp.tenken.storage.mongodb.CommitDocument.RECORDED;
import static jp.tenken.storage.mongodb.CommitDocument.SEQUENCE;
import static jp.tenken.storage.mongodb.CommitDocument.TENANT;
import static jp.tenken.storage.mongodb.CommitDocument.TYPES;

import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Every question that is put to the log, with the index that answers it. A question that is not
 * here cannot be asked; its index is named in the question, so a missing one is a failure and not a
 * slow answer.
 */
enum LogQuery {
    /** Where the log ends. */
    HEAD(Set.of(), List.of("-_id"), List.of(POSITION, END), IndexSpec.on(POSITION)),
    /** What lies in a range of positions. */
    RANGE(
            Set.of(POSITION),
            List.of("_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(POSITION)),
    /** What overlaps a range of positions, whatever it is. */
    OVERLAPPING(
            Set.of(POSITION, END),
            List.of("_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(POSITION)),
    /** The commit that begins before a position. */
    BEFORE(
            Set.of(POSITION),
            List.of("-_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(POSITION)),
    /** Whose commits stand in a range of positions. */
    STANDING(Set.of(POSITION), List.of("_id"), List.of(POSITION, APPEND), IndexSpec.on(POSITION)),
    /** A tenant's commits under some keys. */
    KEYED(
            Set.of(TENANT, KEYS, POSITION, END),
            List.of("_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(TENANT, KEYS, POSITION)),
    /** As {@link #KEYED}, and with certain types among the events. */
    KEYED_AND_TYPED(
            Set.of(TENANT, KEYS, TYPES, POSITION, END),
            List.of("_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(TENANT, KEYS, POSITION)),
    /** One of several of the two before. */
    EITHER(
            Set.of("$or"),
            List.of("_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(TENANT, KEYS, POSITION)),
    /** Commits of all tenants with certain types among the events. */
    TYPED(
            Set.of(TYPES, POSITION, END),
            List.of("_id"),
            List.of(POSITION, END, CONTENT),
            IndexSpec.on(TYPES, POSITION)),
    /** A tenant's commits behind a sequence. */
    TENANT_RANGE(
            Set.of(TENANT, SEQUENCE),
            List.of("s"),
            List.of(POSITION, END, SEQUENCE, CONTENT),
            IndexSpec.uniqueOn(TENANT, SEQUENCE)),
    /** The tenant's commit that begins before a sequence. */
    TENANT_BEFORE(
            Set.of(TENANT, SEQUENCE),
            List.of("-s"),
            List.of(POSITION, END, SEQUENCE, CONTENT),
            IndexSpec.uniqueOn(TENANT, SEQUENCE)),
    /** Where a tenant's history ends. */
    TENANT_HEAD(
            Set.of(TENANT),
            List.of("-s"),
            List.of(POSITION, END, SEQUENCE, RECORDED, HASH),
            IndexSpec.uniqueOn(TENANT, SEQUENCE)),
    /** Where a tenant's history stood at a time. */
    TENANT_AT(
            Set.of(TENANT, RECORDED),
            List.of("-at"),
            List.of(POSITION, END, SEQUENCE),
            IndexSpec.on(TENANT, RECORDED)),
    /** The last link of a tenant's chain. */
    CHAIN_HEAD(
            Set.of(TENANT, KEYS, CHAINS),
            List.of("-_id"),
            List.of(POSITION, HASH),
            IndexSpec.on(TENANT, KEYS, POSITION)),
    /** The commit of an append id. */
    BY_APPEND(
            Set.of(APPEND), List.of(), List.of(POSITION, END, CONTENT), IndexSpec.uniqueOn(APPEND)),
    /** Where the log stood before a time. */
    BEFORE_TIME(
            Set.of(RECORDED),
            List.of("-at", "-_id"),
            List.of(POSITION, END),
            IndexSpec.on(RECORDED, POSITION));

    private final Set<String> filters;
    private final List<String> order;
    private final IndexSpec index;
    private final BsonDocument fields;

    LogQuery(Set<String> filters, List<String> order, List<String> fields, IndexSpec index) {
        this.filters = filters;
        this.order = order;
        this.index = index;
        this.fields = new BsonDocument();
        fields.forEach(field -> this.fields.append(field, new BsonInt32(1)));
    }

    /** The fields on which the question sets conditions. */
    Set<String> filters() {
        return filters;
    }

    /** In the notation of {@link IndexSpec}; empty where at most one document is found. */
    BsonDocument order() {
        return IndexSpec.keys(order);
    }

    /** What it asks for. */
    BsonDocument fields() {
        return fields;
    }

    IndexSpec index() {
        return index;
    }
}
