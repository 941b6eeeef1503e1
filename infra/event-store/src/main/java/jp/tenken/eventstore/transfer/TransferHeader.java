package jp.tenken.eventstore.transfer;

import java.util.UUID;
import jp.tenken.eventstore.Hash;

/**
 * What a transfer file says of itself at its beginning.
 *
 * @param tenant whose history it holds, from its first event
 * @param epoch of the log that it was read from
 * @param headSequence of the last event, at least 1
 * @param headHash of the last commit
 */
public record TransferHeader(String tenant, UUID epoch, long headSequence, Hash headHash) {}
