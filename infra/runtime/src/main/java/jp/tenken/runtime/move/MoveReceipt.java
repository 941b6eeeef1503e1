package jp.tenken.runtime.move;

import jp.tenken.eventstore.transfer.TransferSummary;

/**
 * What a move, or the check of one, came to.
 *
 * @param history what the file holds
 * @param eventsBefore of the municipality that stood in the target before; 0 for an export or a
 *     check
 * @param keys entries of the key file; 0 without one
 */
public record MoveReceipt(TransferSummary history, long eventsBefore, long keys) {}
