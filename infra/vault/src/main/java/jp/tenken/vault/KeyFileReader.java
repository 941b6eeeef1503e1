package jp.tenken.vault;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import jp.tenken.vault.KeyTransferException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a key file entry by entry. That it is whole is known once the end was reached. For one
 * thread; holds one entry at a time.
 */
final class KeyFileReader implements AutoCloseable {

    /**
     * What the vault held.
     *
     * @param plain a data key without its wrapping, else the entry as it was
     */
    record Entry(String kind, String id, byte[] plain) {}

    private final Path file;
    private final DigestInputStream digested;
    private final DataInputStream in;
    private final String tenant;
    private final TransferKey key;
    private long entries;

    /**
     * Opens a file.
     *
     * @throws KeyTransferException when it is no key file or the passphrase is another one
     */
    KeyFileReader(Path file, char[] passphrase) {
        this.file = file;
        this.digested =
                reading(
                        () ->
                                new DigestInputStream(
                                        new BufferedInputStream(Files.newInputStream(file)),
                                        KeyFile.sha256()));
        this.in = new DataInputStream(digested);
        try {
            if (!Arrays.equals(reading(() -> in.readNBytes(KeyFile.MAGIC.length)), KeyFile.MAGIC)) {
                throw refused(Reason.NOT_A_KEY_FILE, "holds no keys that this program can read");
            }
            this.tenant = new String(reading(this::sized), StandardCharsets.UTF_8);
            byte[] salt = new byte[TransferKey.SALT_LENGTH];
            int rounds =
                    reading(
                            () -> {
                                in.readFully(salt);
                                return in.readInt();
                            });
            this.key = TransferKey.of(passphrase, salt, rounds);
            requireRightPassphrase();
        } catch (KeyTransferException refusal) {
            close();
            throw refusal;
        }
    }

    private void requireRightPassphrase() {
        try {
            key.open(reading(this::sized), KeyFile.boundWord(tenant));
        } catch (GeneralSecurityException another) {
            throw refused(Reason.PASSPHRASE_WRONG, "was not sealed with this passphrase");
        }
    }

    /** Whose keys they are. */
    String tenant() {
        return tenant;
    }

    /** Entries so far. */
    long entries() {
        return entries;
    }

    /**
     * The next entry; null at the end, and then the file is whole.
     *
     * @throws KeyTransferException when it is cut off or altered
     */
    @Nullable Entry next() {
        int number = reading(in::readUnsignedByte);
        if (number == KeyFile.END) {
            requireWhole();
            return null;
        }
        if (number > KeyFile.KINDS.size()) {
            throw altered();
        }
        String kind = KeyFile.KINDS.get(number - 1);
        String id = new String(reading(this::sized), StandardCharsets.UTF_8);
        byte[] plain = open(reading(this::sized), KeyFile.boundEntry(tenant, kind, id));
        entries++;
        return new Entry(kind, id, plain);
    }

    private void requireWhole() {
        byte[] digest = digested.getMessageDigest().digest();
        ByteBuffer end = ByteBuffer.wrap(open(reading(this::sized), KeyFile.boundEnd(tenant)));
        byte[] written = new byte[digest.length];
        if (end.remaining() != Long.BYTES + digest.length || end.getLong() != entries) {
            throw altered();
        }
        end.get(written);
        if (!MessageDigest.isEqual(digest, written) || reading(in::read) >= 0) {
            throw altered();
        }
    }

    private byte[] open(byte[] sealed, byte[] bound) {
        try {
            return key.open(sealed, bound);
        } catch (GeneralSecurityException changed) {
            throw altered();
        }
    }

    private byte[] sized() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > KeyFile.LONGEST) {
            throw altered();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (EOFException early) {
            throw refused(Reason.CUT_OFF, "ends too early; copy or export it again");
        } catch (IOException failure) {
            throw new KeyTransferException(
                    Reason.FILE_UNUSABLE,
                    "%s cannot be read (%s)".formatted(file, failure),
                    failure);
        }
    }

    private KeyTransferException altered() {
        return refused(Reason.ALTERED, "is not what was exported");
    }

    private KeyTransferException refused(Reason reason, String why) {
        return new KeyTransferException(reason, "%s %s".formatted(file, why));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException nothingIsLostByIt) {
            // It was only read.
        }
    }
}
