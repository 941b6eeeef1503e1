package jp.tenken.storage.mongodb;

import java.util.List;

/**
 * A collection with its indexes, as data.
 *
 * @param name within the database
 * @param indexes all but the one on {@code _id}, which is always there
 */
record CollectionSpec(String name, List<IndexSpec> indexes) {

    CollectionSpec {
        indexes = List.copyOf(indexes);
    }

    static CollectionSpec of(String name, IndexSpec... indexes) {
        return new CollectionSpec(name, List.of(indexes));
    }
}
