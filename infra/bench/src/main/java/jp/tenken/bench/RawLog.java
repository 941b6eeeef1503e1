package jp.tenken.bench;

import java.util.List;

/** An engine's log by its driver alone: what could be had if there were nothing above it. */
interface RawLog extends AutoCloseable {

    /** What the connections are told, the layout, and the calls made, for the report. */
    List<String> calls();

    /** Takes the commits of {@code (after, upTo]} into memory, as they are stored. */
    Documents documents(long after, long upTo) throws Exception;

    /**
     * Writes documents of another log, in order, one durable write after the other.
     *
     * @param batches how many commits each write has; they add up to all documents
     * @return nanoseconds that each write took
     */
    long[] insert(Documents documents, List<Integer> batches) throws Exception;

    /**
     * Prepares reads of groups of commits along the index entry that each group has in common.
     *
     * @param groups positions of commits, all of those that share an entry
     */
    List<IndexedRead> indexedReads(List<List<Long>> groups) throws Exception;

    /** Reads every commit in order, as bytes, and forgets it; gives the number of commits. */
    long scan() throws Exception;

    @Override
    void close();

    /** Commits as they are stored, in memory. */
    interface Documents {
        /** Number of commits. */
        int size();

        /** Bytes of the encoded commits. */
        long bytes();
    }

    /** A read along an index. */
    interface IndexedRead {
        /** Reads the commits as bytes; gives their number. */
        int run() throws Exception;
    }
}
