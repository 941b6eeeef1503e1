package jp.tenken.eventstore.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What writer and reader of a transfer file agree on, all numbers big-endian:
 *
 * <pre>
 * "TENKEN-LOG-1\n"
 * i32 length, tenant in UTF-8; 16 B epoch; i64 head sequence; 32 B head hash
 * u8 1, i32 length, commit in commit format v1        for each commit, in order
 * u8 0, i64 commits, i64 events, 32 B head hash
 * 32 B SHA-256 of all bytes before
 * </pre>
 */
final class TransferFormat {

    /** Beginning of all formats, so that a newer one is recognised. */
    static final String FAMILY = "TENKEN-LOG-";

    /** The first bytes of format 1. */
    static final byte[] MAGIC = (FAMILY + "1\n").getBytes(StandardCharsets.US_ASCII);

    /** A commit follows. */
    static final int COMMIT = 1;

    /** The trailer follows. */
    static final int END = 0;

    /** Most bytes of a tenant's name. */
    static final int LONGEST_TENANT = 4 * 1024;

    /** Most bytes of an encoded commit: those of its events, and as much again for its header. */
    static final int LONGEST_COMMIT = 64 * 1024 * 1024;

    private TransferFormat() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
