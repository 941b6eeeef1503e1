package jp.tenken.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Where the master key of a vault comes from: from a text that the operator gives, or from a file
 * beside the vault that the first start makes.
 *
 * <p>A vault remembers, in an entry that only its master key unwraps, which key it belongs to: a
 * lost or mistaken key is noticed at the start and never replaced by a new one.
 */
public final class MasterKeys {

    private static final String KIND = "master-key";
    private static final String CHECK = "check";

    private MasterKeys() {}

    /**
     * The key of a text.
     *
     * @throws MasterKeyException (in the future) when the text is no key or not this vault's
     */
    public static CompletableFuture<MasterKey> given(Vault vault, String text) {
        return vault.find(KIND, CHECK)
                .thenCompose(check -> accepted(vault, MasterKey.of(text), check));
    }

    /**
     * The key of a file. Where neither the file is there nor the vault in use, a new key is made,
     * in a file that only its owner may read.
     *
     * @throws MasterKeyException (in the future) when the file is lost, cannot be used or holds no
     *     key of this vault
     */
    public static CompletableFuture<MasterKey> inFile(Vault vault, Path file) {
        return vault.find(KIND, CHECK)
                .thenCompose(check -> accepted(vault, read(file, check.isPresent()), check));
    }

    private static CompletableFuture<MasterKey> accepted(
            Vault vault, MasterKey key, Optional<byte[]> check) {
        byte[] bound = Binding.of(KIND, CHECK);
        if (check.isEmpty()) {
            return vault.putIfAbsent(KIND, CHECK, key.wrap(DataKey.fresh(), bound))
                    .thenCompose(kept -> accepted(vault, key, Optional.of(kept)));
        }
        try {
            key.unwrap(check.get(), bound);
            return CompletableFuture.completedFuture(key);
        } catch (VaultException other) {
            throw new MasterKeyException(
                    "the master key is not the one of this vault; bring back the key that belongs"
                            + " to it, without it no name and no text can be read",
                    other);
        }
    }

    private static MasterKey read(Path file, boolean inUse) {
        try {
            if (!Files.exists(file)) {
                if (inUse) {
                    throw new MasterKeyException(
                            "the vault is in use, but its master key %s is not there; bring the file back, without it no name and no text can be read"
                                    .formatted(file),
                            null);
                }
                return make(file);
            }
            return MasterKey.of(Files.readString(file).strip());
        } catch (IOException unusable) {
            throw new MasterKeyException(
                    "the master key %s cannot be used (%s)".formatted(file, unusable), unusable);
        }
    }

    /** Complete or not at all: the file appears under its name once its content is durable. */
    private static MasterKey make(Path file) throws IOException {
        MasterKey key = MasterKey.fresh();
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel =
                FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownersOnly())) {
            ByteBuffer text = StandardCharsets.UTF_8.encode(key.text() + "\n");
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    /** What a new file needs so that only its owner may read it. */
    static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
