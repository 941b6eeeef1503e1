package jp.tenken.eventstore.transfer;

import jp.tenken.eventstore.Hash;

/**
 * What a whole file was found to hold.
 *
 * @param header what it says at its beginning, found to be true
 * @param commits number of them
 * @param events number of them; those of tombstones count
 * @param tombstones commits of which only header and digests are left
 * @param chains number of chains within the tenant
 * @param digest SHA-256 of the file's content, before compression
 */
public record TransferSummary(
        TransferHeader header,
        long commits,
        long events,
        long tombstones,
        int chains,
        Hash digest) {}
