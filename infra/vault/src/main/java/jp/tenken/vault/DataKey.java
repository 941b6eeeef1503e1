package jp.tenken.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key of one text or one person. Sealed text is base64url without padding. Immutable and
 * thread-safe.
 */
final class DataKey {

    private final byte[] bytes;
    private final AesGcm sealing;

    /** With the bytes of the key, which nobody may change afterwards. */
    DataKey(byte[] bytes) {
        this.bytes = bytes;
        this.sealing = new AesGcm(bytes);
    }

    /** A new one, made at random. */
    static DataKey fresh() {
        return new DataKey(AesGcm.freshKey());
    }

    byte[] bytes() {
        return bytes;
    }

    /** The text sealed; {@code bound} is needed again to open it. */
    String seal(String text, byte[] bound) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sealing.seal(text.getBytes(StandardCharsets.UTF_8), bound));
    }

    /**
     * The text that was sealed.
     *
     * @throws VaultException when it was not sealed with this key, or bound to something else
     */
    String open(String sealed, byte[] bound) {
        try {
            return new String(
                    sealing.open(Base64.getUrlDecoder().decode(sealed), bound),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new VaultException("a sealed text cannot be opened with its key", unreadable);
        }
    }
}
