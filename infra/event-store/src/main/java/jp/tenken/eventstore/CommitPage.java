package jp.tenken.eventstore;

import java.util.List;

/**
 * An answer to a range read.
 *
 * @param commits in ascending position; each overlaps the asked range
 * @param scannedTo position up to which, inclusive, the log was searched: there is no further match
 *     at or below it. Equals the asked end when the range is exhausted, so a reader of sparse
 *     criteria advances even when nothing matched
 */
public record CommitPage(List<Commit> commits, long scannedTo) {}
