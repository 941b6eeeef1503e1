package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import jp.tenken.vault.KeyExport;
import jp.tenken.vault.KeyImport;
import jp.tenken.vault.KeyTransferException;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.PersonName;
import jp.tenken.vault.SealedValue;
import jp.tenken.vault.TextVault;
import jp.tenken.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant's keys move to another vault with another master key; what is erased stays erased. */
class KeyTransferTest {

    private static final char[] PASSPHRASE = "正しい馬と電池とホチキスと点検簿".toCharArray();
    private static final String TOWN = "town";

    @TempDir Path folder;

    private final House source = new House();
    private final House target = new House();

    /** A vault with its master key and what is kept in it. */
    private static final class House {
        final MasterKey master = MasterKey.fresh();
        final Vault vault = new InMemoryVault();
        final TextVault texts =
                new TextVault(vault, master, UUID::randomUUID, ForkJoinPool.commonPool());

        /** Anew every time, so that nothing is answered from memory. */
        PersonDirectory people() {
            return new PersonDirectory(vault, master, ForkJoinPool.commonPool());
        }

        @Nullable PersonName name(String person) {
            return value(people().names(TOWN, List.of(person))).get(person);
        }
    }

    @AfterEach
    void close() {
        source.vault.close();
        target.vault.close();
    }

    @Test
    void namesAndTextsAreReadableInTheTargetAndNowhereInTheFile() throws Exception {
        value(source.people().learn(TOWN, "p1", "点検 花子"));
        SealedValue text = value(source.texts.seal(TOWN, "名簿を誤送付"));
        export();
        bring(Set.of(), Set.of());
        assertThat(target.name("p1")).isEqualTo(new PersonName.Known("点検 花子"));
        assertThat(value(target.texts.open(TOWN, text))).contains("名簿を誤送付");
        String file = new String(Files.readAllBytes(file()), StandardCharsets.UTF_8);
        assertThat(file).doesNotContain("点検 花子", "名簿を誤送付");
    }

    @Test
    void othersKeysStayWhereTheyAre() {
        value(source.people().learn("town-hall", "p1", "Other"));
        SealedValue others = value(source.texts.seal("other", "theirs"));
        assertThat(export()).isZero();
        bring(Set.of(), Set.of());
        assertThat(value(target.texts.open("other", others))).isEmpty();
        assertThat(value(target.vault.ids("person-key"))).isEmpty();
    }

    @Test
    void moreEntriesThanTheVaultGivesAtOnceAllArrive() {
        List<SealedValue> texts = new ArrayList<>();
        for (int i = 0; i < Vault.MAX_IDS + 30; i++) {
            texts.add(value(source.texts.seal(TOWN, "text " + i)));
        }
        assertThat(export()).isEqualTo(texts.size());
        bring(Set.of(), Set.of());
        assertThat(value(target.texts.openAll(TOWN, texts))).hasSize(texts.size());
    }

    @Test
    void whoIsErasedInTheSourceIsErasedInTheTarget() {
        value(source.people().learn(TOWN, "p1", "点検 花子"));
        value(source.people().erase(TOWN, "p1"));
        export();
        bring(Set.of(), Set.of());
        value(target.people().learn(TOWN, "p1", "点検 花子"));
        assertThat(target.name("p1")).isEqualTo(new PersonName.Erased());
    }

    @Test
    void anOldFileBringsNothingBackThatIsErased() {
        value(source.people().learn(TOWN, "p1", "点検 花子"));
        value(source.people().learn(TOWN, "p2", "点検 太郎"));
        SealedValue text = value(source.texts.seal(TOWN, "名簿を誤送付"));
        export();
        value(target.people().erase(TOWN, "p1"));
        bring(Set.of("p2"), Set.of(text.keyId()));
        assertThat(target.name("p1")).isEqualTo(new PersonName.Erased());
        assertThat(target.name("p2")).isNull();
        assertThat(value(target.texts.open(TOWN, text))).isEmpty();
        assertThat(value(target.vault.ids("person-name"))).isEmpty();
        assertThat(value(target.vault.ids("person-key"))).isEmpty();
    }

    @Test
    void importingTwiceIsImportingOnceAndANewerNameStays() {
        value(source.people().learn(TOWN, "p1", "Old Name"));
        export();
        bring(Set.of(), Set.of());
        value(target.people().learn(TOWN, "p1", "New Name"));
        bring(Set.of(), Set.of());
        assertThat(target.name("p1")).isEqualTo(new PersonName.Known("New Name"));
    }

    @Test
    void whoHasActedInTheTargetAlreadyKeepsTheNameOfThere() {
        value(source.people().learn(TOWN, "p1", "Old Name"));
        value(target.people().learn(TOWN, "p1", "New Name"));
        export();
        bring(Set.of(), Set.of());
        assertThat(target.name("p1")).isEqualTo(new PersonName.Known("New Name"));
    }

    @Test
    void anotherKeyOfTheSameTextIsRefused() {
        SealedValue text = value(source.texts.seal(TOWN, "text"));
        export();
        TextVault sameIds =
                new TextVault(
                        target.vault,
                        target.master,
                        () -> UUID.fromString(text.keyId()),
                        ForkJoinPool.commonPool());
        value(sameIds.seal(TOWN, "another"));
        assertThat(refusal(() -> bring(Set.of(), Set.of()))).isEqualTo("keys-key-differs");
    }

    @Test
    void wrongPassphrasesShortOnesAndOtherTenantsAreRefused() {
        value(source.texts.seal(TOWN, "text"));
        export();
        char[] wrong = "a passphrase of somebody else".toCharArray();
        assertThat(refusal(() -> KeyImport.verify(file(), wrong, TOWN)))
                .isEqualTo("keys-passphrase-wrong");
        assertThat(refusal(() -> KeyImport.verify(file(), PASSPHRASE, "city")))
                .isEqualTo("keys-other-tenant");
        KeyExport export = new KeyExport(source.vault, source.master);
        assertThat(
                        refusal(
                                () ->
                                        export.export(
                                                TOWN,
                                                folder.resolve("x"),
                                                "too short".toCharArray())))
                .isEqualTo("keys-passphrase-too-short");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(refusal(this::export)).isEqualTo("keys-file-unusable");
    }

    // Each try makes the key of the passphrase anew, which is slow by design: a sample of bytes.
    @Test
    void aFileThatIsCutOrAlteredIsRefused() throws Exception {
        value(source.people().learn(TOWN, "p1", "点検 花子"));
        value(source.texts.seal(TOWN, "text"));
        export();
        byte[] whole = Files.readAllBytes(file());
        long seed = Scale.seed();
        Random random = new Random(seed);
        for (int i = 0; i < Scale.of(5); i++) {
            int at = random.nextInt(whole.length);
            byte[] altered = whole.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), altered);
            assertThat(refusal(() -> KeyImport.verify(file(), PASSPHRASE, TOWN)))
                    .as("byte %d, seed %d", at, seed)
                    .startsWith("keys-");
            Files.write(file(), Arrays.copyOf(whole, at));
            assertThat(refusal(() -> KeyImport.verify(file(), PASSPHRASE, TOWN)))
                    .as("cut at %d, seed %d", at, seed)
                    .startsWith("keys-");
        }
    }

    private Path file() {
        return folder.resolve("town.keys");
    }

    private long export() {
        return new KeyExport(source.vault, source.master).export(TOWN, file(), PASSPHRASE);
    }

    private void bring(Set<String> erasedPeople, Set<String> erasedTexts) {
        KeyImport.verify(file(), PASSPHRASE, TOWN);
        new KeyImport(target.vault, target.master)
                .run(file(), PASSPHRASE, TOWN, erasedPeople::contains, erasedTexts::contains);
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
        } catch (KeyTransferException refused) {
            return refused.code();
        }
        return "not refused";
    }
}
