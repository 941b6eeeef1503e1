package jp.tenken.runtime.json;

/** Writes values of one type. Safe for any number of threads. */
@FunctionalInterface
interface ValueWriter {

    /**
     * Writes a value.
     *
     * @param value of the type; never null
     */
    void write(Object value, RowDocument.Writing json);
}
