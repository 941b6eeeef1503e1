package jp.tenken.storage.sqlite;

import java.util.Arrays;
import java.util.List;
import jp.tenken.projections.Row;
import jp.tenken.projections.ViewName;

/**
 * Where a view's rows are: tables by number, so that a rebuilt view takes the place of another by a
 * change of its name alone.
 *
 * <p>{@code rows_N} has one row per version and is only ever added to: a version ends where the
 * next one of its key begins, so writing a version touches no other. {@code spans_N} says for how
 * long a key stood under a value of an attribute with a sort; attribute 0 with an empty value
 * stands for the row itself. A span goes on over all versions that do not change it, so lists, also
 * those of the past, skip next to nothing.
 *
 * @param id the number in the tables' names
 * @param name of the view
 * @param attributes declared; an attribute's number is its place in this list, from 1
 */
record ViewLayout(int id, ViewName name, List<String> attributes) {

    /** The attribute under which every row stands. */
    static final int ROW_ITSELF = 0;

    private static final String SEPARATOR = "\n";

    /** SQL that makes the view's tables. */
    List<String> creation() {
        return List.of(
                """
                CREATE TABLE %s (
                  id INTEGER PRIMARY KEY,
                  tenant INTEGER NOT NULL,
                  key BLOB NOT NULL,
                  since INTEGER NOT NULL,
                  ended INTEGER NOT NULL,
                  sort BLOB NOT NULL,
                  attributes BLOB NOT NULL,
                  text BLOB NOT NULL,
                  document BLOB NOT NULL,
                  UNIQUE (tenant, key, since))"""
                        .formatted(rows()),
                """
                CREATE TABLE %s (
                  tenant INTEGER NOT NULL,
                  attribute INTEGER NOT NULL,
                  value BLOB NOT NULL,
                  sort BLOB NOT NULL,
                  key BLOB NOT NULL,
                  since INTEGER NOT NULL,
                  until INTEGER NOT NULL,
                  PRIMARY KEY (tenant, attribute, value, sort, key, since)) WITHOUT ROWID"""
                        .formatted(spans()),
                "CREATE INDEX %s_live ON %s (tenant, attribute, value, sort, key) WHERE until = %d"
                        .formatted(spans(), spans(), Row.OPEN));
    }

    /** SQL that removes them. */
    List<String> removal() {
        return List.of("DROP TABLE " + rows(), "DROP TABLE " + spans());
    }

    String rows() {
        return "rows_" + id;
    }

    String spans() {
        return "spans_" + id;
    }

    /**
     * The number of an attribute.
     *
     * @throws IllegalArgumentException when the view does not declare it
     */
    int attribute(String attribute) {
        int at = attributes.indexOf(attribute);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "view %s declares %s, not %s".formatted(name, attributes, attribute));
        }
        return at + 1;
    }

    /** The attributes as they stand in the registry. */
    static String joinAttributes(List<String> attributes) {
        return String.join(SEPARATOR, attributes);
    }

    static List<String> splitAttributes(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(SEPARATOR, -1));
    }
}
