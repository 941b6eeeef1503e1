package jp.tenken.eventstore;

import java.util.List;

/**
 * An answer to a range read.
 *
 * @param commits in ascending position; each overlaps the asked range
 * @param scannedTo position up to which, inclusive, the log was searched: there is no further match
 *     at or below it. When the range is exhausted it equals the asked end, or the head where the
 *     log ends before that, so a reader of sparse criteria advances even when nothing matched and
 *     never passes what is yet to come
 */
public record CommitPage(List<Commit> commits, long scannedTo) {}
