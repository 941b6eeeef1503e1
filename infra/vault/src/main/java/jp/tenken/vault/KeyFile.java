package jp.tenken.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What writer and reader of a key file agree on, all numbers big-endian:
 *
 * <pre>
 * "TENKEN-KEYS-1\n"
 * i32 length, tenant in UTF-8; 16 B salt; i32 rounds of PBKDF2 with HMAC-SHA-256
 * i32 length, the word "tenken" sealed                by which a wrong passphrase is noticed
 * u8 kind, i32 length, id; i32 length, sealed entry   for each entry
 * u8 0, i32 length, sealed: i64 entries, 32 B SHA-256 of all bytes before this length
 * </pre>
 *
 * <p>Whatever is sealed is so with AES-256-GCM under the passphrase's key, bound to tenant, kind
 * and id.
 */
final class KeyFile {

    static final byte[] MAGIC = "TENKEN-KEYS-1\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] WORD = "tenken".getBytes(StandardCharsets.US_ASCII);

    /** The end follows instead of an entry. */
    static final int END = 0;

    /** Longest text or sealed entry. */
    static final int LONGEST = Vault.MAX_BYTES + 1_024;

    /** Kinds by their number, from 1. Marks come before keys, and keys before what they seal. */
    static final List<String> KINDS =
            List.of(
                    PersonDirectory.ERASED,
                    PersonDirectory.KEYS,
                    PersonDirectory.NAMES,
                    TextVault.KEYS);

    private KeyFile() {}

    static byte[] boundWord(String tenant) {
        return Binding.of("key-file", "word", tenant);
    }

    static byte[] boundEntry(String tenant, String kind, String id) {
        return Binding.of("key-file", "entry", tenant, kind, id);
    }

    static byte[] boundEnd(String tenant) {
        return Binding.of("key-file", "end", tenant);
    }

    /** Whether entries of a kind are data keys, which the master key wraps in the vault. */
    static boolean isKey(String kind) {
        return kind.equals(PersonDirectory.KEYS) || kind.equals(TextVault.KEYS);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
