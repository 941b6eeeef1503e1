package jp.tenken.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Authenticated encryption with one key of 256 bits, by the JDK. What is sealed is written as a
 * format byte, a random nonce of 12 bytes, and the cipher text with its tag of 16 bytes.
 *
 * <p>Random nonces are good for 2³² messages of one key; here a key seals one text, the names of
 * one person, or (the master key) the keys of one vault. Immutable and thread-safe.
 */
final class AesGcm {

    /** Bytes of a key. */
    static final int KEY_LENGTH = 32;

    private static final byte FORMAT = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /** With the bytes of a key, which are copied. */
    AesGcm(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a key has " + KEY_LENGTH + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A new key, made at random. */
    static byte[] freshKey() {
        return random(KEY_LENGTH);
    }

    /** Seals bytes; {@code bound} is not in what comes out, but needed again to open it. */
    byte[] seal(byte[] plain, byte[] bound) {
        byte[] nonce = random(NONCE_LENGTH);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_LENGTH + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /**
     * The bytes that were sealed.
     *
     * @throws GeneralSecurityException when they were sealed with another key, bound to something
     *     else, or changed
     */
    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        if (sealed.length <= 1 + NONCE_LENGTH || sealed[0] != FORMAT) {
            throw new GeneralSecurityException("not of the format");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_LENGTH);
        return cipher(Cipher.DECRYPT_MODE, nonce, bound)
                .doFinal(sealed, 1 + NONCE_LENGTH, sealed.length - 1 - NONCE_LENGTH);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    /** So many bytes by chance. */
    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
