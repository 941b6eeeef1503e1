package jp.tenken.eventstore.transfer;

/**
 * What an import came to. The whole history of the file stands in the log.
 *
 * @param file what was imported
 * @param eventsBefore of the tenant that stood in the log before, from an import that was broken
 *     off or is complete; 0 for the first
 * @param eventsNow of the tenant that stand now; more than in the file where the municipality has
 *     gone on working in the target
 */
public record ImportReceipt(TransferSummary file, long eventsBefore, long eventsNow) {}
