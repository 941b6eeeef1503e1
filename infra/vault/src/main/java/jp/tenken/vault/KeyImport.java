package jp.tenken.vault;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import jp.tenken.vault.KeyFileReader.Entry;
import jp.tenken.vault.KeyTransferException.Reason;

/**
 * Brings the keys of a key file into a vault, wrapped by its own master key. Importing again
 * changes nothing.
 *
 * <p>What is erased stays erased: neither people who have a mark here or in the file, nor what the
 * caller knows to be erased, get a key.
 */
public final class KeyImport {

    /** Entries under way at a time. */
    private static final int LANES = 64;

    private final Vault vault;
    private final MasterKey master;

    /** Into this vault, which stays the caller's to close. */
    public KeyImport(Vault vault, MasterKey master) {
        this.vault = vault;
        this.master = master;
    }

    /**
     * What is in a key file.
     *
     * @param tenant whose keys
     * @param entries number of them, marks and names included
     */
    public record Contents(String tenant, long entries) {}

    /**
     * Reads the whole file and writes nothing.
     *
     * @param passphrase the caller clears it
     * @param tenant whose keys they must be
     * @throws KeyTransferException when it is anything but whole and unaltered, has another
     *     passphrase, or keys of another tenant
     */
    public static Contents verify(Path file, char[] passphrase, String tenant) {
        try (KeyFileReader reader = new KeyFileReader(file, passphrase)) {
            requireOf(tenant, reader.tenant(), file);
            while (reader.next() != null) {
                // Reading is checking.
            }
            return new Contents(reader.tenant(), reader.entries());
        }
    }

    /**
     * Imports on this thread. The file is to be {@linkplain #verify verified} before.
     *
     * @param tenant whose keys they must be
     * @param erasedPeople by id: whether the person is known to be erased
     * @param erasedTexts by key id: whether the text is known to be erased
     * @throws KeyTransferException as {@link #verify}, and when the vault has another key under an
     *     id of the file
     */
    public Contents run(
            Path file,
            char[] passphrase,
            String tenant,
            Predicate<String> erasedPeople,
            Predicate<String> erasedTexts) {
        try (KeyFileReader reader = new KeyFileReader(file, passphrase)) {
            requireOf(tenant, reader.tenant(), file);
            Import run = new Import(reader.tenant(), erasedPeople, erasedTexts);
            String kind = "";
            List<CompletableFuture<?>> underWay = new ArrayList<>();
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                // A kind rests on those before it: all of them are done first.
                if (underWay.size() == LANES || !entry.kind().equals(kind)) {
                    VaultAnswer.byAll(underWay);
                    underWay.clear();
                    kind = entry.kind();
                }
                underWay.add(run.take(entry));
            }
            VaultAnswer.byAll(underWay);
            return new Contents(reader.tenant(), reader.entries());
        }
    }

    private static void requireOf(String tenant, String found, Path file) {
        if (!found.equals(tenant)) {
            throw new KeyTransferException(
                    Reason.OTHER_TENANT, "%s holds keys of another municipality".formatted(file));
        }
    }

    /** One pass through a file. */
    private final class Import {

        private final String tenant;
        private final Predicate<String> erasedPeople;
        private final Predicate<String> erasedTexts;

        /** People who get no name: erased, or known here under a key of their own. */
        private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

        Import(String tenant, Predicate<String> erasedPeople, Predicate<String> erasedTexts) {
            this.tenant = tenant;
            this.erasedPeople = erasedPeople;
            this.erasedTexts = erasedTexts;
        }

        CompletableFuture<?> take(Entry entry) {
            String id = entry.id();
            String name = DataKeys.entry(tenant, id);
            return switch (entry.kind()) {
                case PersonDirectory.ERASED -> erase(name, entry.plain());
                case PersonDirectory.KEYS ->
                        isErased(id)
                                .thenCompose(
                                        erased -> erased ? passOver(id) : personKey(entry, name));
                case PersonDirectory.NAMES ->
                        passedOver.contains(id)
                                ? done()
                                : vault.putIfAbsent(entry.kind(), name, entry.plain());
                default -> erasedTexts.test(id) ? done() : textKey(entry, name);
            };
        }

        private CompletableFuture<?> erase(String name, byte[] mark) {
            List<String> one = List.of(name);
            return vault.putIfAbsent(PersonDirectory.ERASED, name, mark)
                    .thenCompose(marked -> Entries.destroy(vault, PersonDirectory.KEYS, one))
                    .thenCompose(gone -> Entries.destroy(vault, PersonDirectory.NAMES, one));
        }

        private CompletableFuture<Boolean> isErased(String person) {
            return erasedPeople.test(person)
                    ? CompletableFuture.completedFuture(true)
                    : vault.find(PersonDirectory.ERASED, DataKeys.entry(tenant, person))
                            .thenApply(Optional::isPresent);
        }

        private CompletableFuture<Boolean> passOver(String person) {
            passedOver.add(person);
            return CompletableFuture.completedFuture(true);
        }

        /**
         * Who has acted here already keeps the key and the name of here, which is the newer one.
         */
        private CompletableFuture<Boolean> personKey(Entry entry, String name) {
            return keep(entry, name)
                    .thenCompose(
                            same ->
                                    same
                                            ? CompletableFuture.completedFuture(true)
                                            : passOver(entry.id()));
        }

        private CompletableFuture<Boolean> textKey(Entry entry, String name) {
            return keep(entry, name)
                    .thenApply(
                            same -> {
                                if (!same) {
                                    throw new KeyTransferException(
                                            Reason.KEY_DIFFERS,
                                            "the vault has another key of text %s"
                                                    .formatted(entry.id()));
                                }
                                return true;
                            });
        }

        /** Whether the vault has this key now, and no other. */
        private CompletableFuture<Boolean> keep(Entry entry, String name) {
            byte[] bound = Binding.of(entry.kind(), tenant, entry.id());
            return vault.putIfAbsent(
                            entry.kind(), name, master.wrap(new DataKey(entry.plain()), bound))
                    .thenApply(
                            kept ->
                                    MessageDigest.isEqual(
                                            master.unwrap(kept, bound).bytes(), entry.plain()));
        }
    }

    private static CompletableFuture<?> done() {
        return CompletableFuture.completedFuture(true);
    }
}
