package jp.tenken.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import jp.tenken.vault.KeyTransferException.Reason;

/** The key of a key file, made of a passphrase. Immutable and thread-safe. */
final class TransferKey {

    /** Bytes of the salt. */
    static final int SALT_LENGTH = 16;

    /** How often the passphrase is hashed: about half a second of a processor. */
    static final int ROUNDS = 600_000;

    /** Least characters of a passphrase. */
    static final int SHORTEST = 16;

    private static final int MOST_ROUNDS = 10_000_000;
    private static final int BITS_PER_BYTE = 8;

    private final AesGcm sealing;

    private TransferKey(AesGcm sealing) {
        this.sealing = sealing;
    }

    /**
     * The key.
     *
     * @throws KeyTransferException for a passphrase that is too short, or a number of rounds that
     *     no program of ours writes
     */
    static TransferKey of(char[] passphrase, byte[] salt, int rounds) {
        if (passphrase.length < SHORTEST) {
            throw new KeyTransferException(
                    Reason.PASSPHRASE_TOO_SHORT,
                    "the passphrase needs at least %d characters".formatted(SHORTEST));
        }
        if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
            throw new KeyTransferException(Reason.ALTERED, "the key file is altered");
        }
        PBEKeySpec secret =
                new PBEKeySpec(passphrase, salt, rounds, AesGcm.KEY_LENGTH * BITS_PER_BYTE);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(secret)
                            .getEncoded();
            TransferKey made = new TransferKey(new AesGcm(key));
            Arrays.fill(key, (byte) 0);
            return made;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has PBKDF2", impossible);
        } finally {
            secret.clearPassword();
        }
    }

    byte[] seal(byte[] plain, byte[] bound) {
        return sealing.seal(plain, bound);
    }

    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        return sealing.open(sealed, bound);
    }
}
