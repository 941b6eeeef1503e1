package jp.tenken.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The live rows of one view, read as bytes along the index that the engine reads along. */
interface RawRows extends AutoCloseable {

    /** What the connection is told, and the call made, for the report. */
    List<String> calls();

    /**
     * Prepares a question.
     *
     * @param key of any row of the tenant
     * @param attribute that the rows have; null = all rows of the tenant
     * @param value of the attribute
     * @param limit rows at most
     */
    Question question(String key, @Nullable String attribute, String value, int limit)
            throws Exception;

    @Override
    void close();

    /** A prepared question. */
    interface Question {

        /**
         * Reads the rows from a sort on.
         *
         * @return how many
         */
        int from(String sort) throws Exception;
    }
}
