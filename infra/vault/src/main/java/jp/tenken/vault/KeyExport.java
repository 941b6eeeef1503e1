package jp.tenken.vault;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tenken.vault.KeyTransferException.Reason;

/**
 * Writes all that a vault holds of a tenant to a file that only its passphrase opens: keys of
 * people and texts, names, and the marks of erased people. Without it a moved municipality has
 * neither names nor texts.
 *
 * <p>Whoever has file and passphrase can read all of the tenant's names, and its texts where they
 * have the log too. The file appears under its name once it is whole and on the disk, and only its
 * owner may read it where the file system knows owners.
 */
public final class KeyExport {

    private final Vault vault;
    private final MasterKey master;

    /** From this vault, which stays the caller's to close. */
    public KeyExport(Vault vault, MasterKey master) {
        this.vault = vault;
        this.master = master;
    }

    /**
     * Exports on this thread.
     *
     * @param file that is not there yet
     * @param passphrase at least 16 characters; the caller clears it
     * @return number of entries, marks and names included
     * @throws KeyTransferException when the file cannot be written or is there already, the
     *     passphrase is too short, or the vault does not answer
     * @throws VaultException when a key cannot be unwrapped
     */
    public long export(String tenant, Path file, char[] passphrase) {
        byte[] salt = AesGcm.random(TransferKey.SALT_LENGTH);
        TransferKey key = TransferKey.of(passphrase, salt, TransferKey.ROUNDS);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                throw new KeyTransferException(
                        Reason.FILE_UNUSABLE, "%s is there already".formatted(file));
            }
            Files.deleteIfExists(unfinished);
            long entries;
            try (FileChannel channel =
                    FileChannel.open(
                            unfinished,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            MasterKeys.ownersOnly())) {
                DigestOutputStream digested =
                        new DigestOutputStream(
                                new BufferedOutputStream(Channels.newOutputStream(channel)),
                                KeyFile.sha256());
                entries = write(tenant, key, salt, digested);
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return entries;
        } catch (IOException failure) {
            throw new KeyTransferException(
                    Reason.FILE_UNUSABLE,
                    "%s cannot be written (%s)".formatted(file, failure),
                    failure);
        }
    }

    private long write(String tenant, TransferKey key, byte[] salt, DigestOutputStream digested)
            throws IOException {
        DataOutputStream out = new DataOutputStream(digested);
        out.write(KeyFile.MAGIC);
        sized(out, tenant.getBytes(StandardCharsets.UTF_8));
        out.write(salt);
        out.writeInt(TransferKey.ROUNDS);
        sized(out, key.seal(KeyFile.WORD, KeyFile.boundWord(tenant)));
        long entries = 0;
        for (int number = 1; number <= KeyFile.KINDS.size(); number++) {
            entries += writeKind(out, number, tenant, key);
        }
        out.writeByte(KeyFile.END);
        byte[] end =
                ByteBuffer.allocate(Long.BYTES + 32)
                        .putLong(entries)
                        .put(digested.getMessageDigest().digest())
                        .array();
        sized(out, key.seal(end, KeyFile.boundEnd(tenant)));
        out.flush();
        return entries;
    }

    private long writeKind(DataOutputStream out, int number, String tenant, TransferKey key)
            throws IOException {
        String kind = KeyFile.KINDS.get(number - 1);
        String prefix = DataKeys.entry(tenant, "");
        List<String> all =
                VaultAnswer.by(vault.ids(kind)).stream()
                        .filter(entry -> entry.startsWith(prefix))
                        .toList();
        long written = 0;
        for (int from = 0; from < all.size(); from += Vault.MAX_IDS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + Vault.MAX_IDS));
            Map<String, byte[]> found = new TreeMap<>(VaultAnswer.by(vault.findAll(kind, some)));
            for (Map.Entry<String, byte[]> entry : found.entrySet()) {
                String id = entry.getKey().substring(prefix.length());
                byte[] plain = plain(kind, tenant, id, entry.getValue());
                out.writeByte(number);
                sized(out, id.getBytes(StandardCharsets.UTF_8));
                sized(out, key.seal(plain, KeyFile.boundEntry(tenant, kind, id)));
                written++;
            }
        }
        return written;
    }

    private byte[] plain(String kind, String tenant, String id, byte[] kept) {
        return KeyFile.isKey(kind)
                ? master.unwrap(kept, Binding.of(kind, tenant, id)).bytes()
                : kept;
    }

    private static void sized(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
