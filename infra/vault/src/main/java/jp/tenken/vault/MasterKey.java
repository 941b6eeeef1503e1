package jp.tenken.vault;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * The key that wraps all data keys of a vault. It is kept apart from the vault: whoever has the
 * vault's file alone can read nothing.
 *
 * <p>Its text is one or several keys of 32 bytes in base64, separated by white space. The first one
 * wraps, all of them unwrap: so the master key can be changed while what older ones wrapped stays
 * readable.
 *
 * <p>Immutable and thread-safe.
 */
public final class MasterKey {

    private final String text;
    private final List<AesGcm> keys;

    private MasterKey(String text) {
        this.text = text;
        this.keys =
                List.of(text.split("\\s+", -1)).stream()
                        .map(key -> new AesGcm(Base64.getDecoder().decode(key)))
                        .toList();
    }

    /** A new one, made at random. */
    public static MasterKey fresh() {
        return new MasterKey(Base64.getEncoder().encodeToString(AesGcm.freshKey()));
    }

    /**
     * The key of a text.
     *
     * @throws MasterKeyException when the text is no such key
     */
    public static MasterKey of(String text) {
        try {
            return new MasterKey(text.strip());
        } catch (IllegalArgumentException unreadable) {
            // Without the cause, which may quote what it could not read.
            throw new MasterKeyException(
                    "what is given as master key is none: 32 random bytes in base64", null);
        }
    }

    /** The key as text: the secret itself. */
    public String text() {
        return text;
    }

    /** A data key as the vault keeps it; {@code bound} is needed again to unwrap it. */
    byte[] wrap(DataKey key, byte[] bound) {
        return keys.getFirst().seal(key.bytes(), bound);
    }

    /**
     * The data key that was wrapped.
     *
     * @throws VaultException when another key wrapped it, or it was bound to something else
     */
    DataKey unwrap(byte[] wrapped, byte[] bound) {
        VaultException failure = new VaultException("a key of the vault cannot be unwrapped", null);
        for (AesGcm key : keys) {
            try {
                return new DataKey(key.open(wrapped, bound));
            } catch (GeneralSecurityException another) {
                failure.addSuppressed(another);
            }
        }
        throw failure;
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "MasterKey";
    }
}
