package jp.tenken.storage.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * Where the rows of one making of a view are: live ones in one collection, versions that have ended
 * in another. A view that is dropped or replaced gets others, so who still writes to the old ones
 * does no harm.
 *
 * @param live name of the collection of live rows, as no other making of any view has it
 * @param attributes by which lists may be filtered
 */
record ViewLayout(String live, List<String> attributes) {

    private static final String PAST = "_past";

    ViewLayout {
        attributes = List.copyOf(attributes);
    }

    String past() {
        return live + PAST;
    }

    /** The collections with the indexes that serve {@link ViewQueries}. */
    List<CollectionSpec> collections() {
        List<IndexSpec> now = new ArrayList<>();
        List<IndexSpec> then = new ArrayList<>();
        now.add(IndexSpec.on(StoredRows.TENANT, StoredRows.SORT, StoredRows.ID));
        then.add(
                IndexSpec.on(
                        StoredRows.TENANT,
                        StoredRows.SORT,
                        StoredRows.KEY,
                        StoredRows.UNTIL,
                        StoredRows.SINCE));
        for (String name : attributes) {
            String field = StoredRows.attribute(name);
            now.add(IndexSpec.on(StoredRows.TENANT, field, StoredRows.SORT, StoredRows.ID));
            then.add(
                    IndexSpec.on(
                            StoredRows.TENANT,
                            field,
                            StoredRows.SORT,
                            StoredRows.KEY,
                            StoredRows.UNTIL,
                            StoredRows.SINCE));
        }
        return List.of(new CollectionSpec(live, now), new CollectionSpec(past(), then));
    }

    MongoCollection<StoredRow> live(MongoDatabase database) {
        return rows(database, live, new StoredRows(false));
    }

    MongoCollection<StoredRow> past(MongoDatabase database) {
        return rows(database, past(), new StoredRows(true));
    }

    private static MongoCollection<StoredRow> rows(
            MongoDatabase database, String name, StoredRows codec) {
        return database.getCollection(name, StoredRow.class)
                .withCodecRegistry(
                        CodecRegistries.fromRegistries(
                                CodecRegistries.fromCodecs(codec),
                                MongoClientSettings.getDefaultCodecRegistry()));
    }

    /**
     * Refuses attributes that the view does not declare.
     *
     * @throws IllegalArgumentException naming them
     */
    void require(Set<String> names) {
        if (!attributes.containsAll(names)) {
            throw new IllegalArgumentException(
                    "attributes %s are not all among the declared %s".formatted(names, attributes));
        }
    }
}
