package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.SealedValue;
import jp.tenken.vault.TextVault;
import jp.tenken.vault.VaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextVaultTest {

    private static final String KIND = "text-key";

    private final MasterKey master = MasterKey.fresh();
    private final CountingVault vault = new CountingVault(new InMemoryVault());
    private final TextVault texts = on(master);

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aSealedTextIsOpenedAgainAndSaysNothingByItself() {
        SealedValue sealed = value(texts.seal("shinjuku", "山田様の名簿を誤送付"));

        assertThat(value(texts.open("shinjuku", sealed))).contains("山田様の名簿を誤送付");
        assertThat(value(on(master).open("shinjuku", sealed))).contains("山田様の名簿を誤送付");
        assertThat(sealed.sealed()).matches("[A-Za-z0-9_-]+");
        assertThat(UUID.fromString(sealed.keyId()).version()).isEqualTo(4);
        assertThat(value(texts.seal("shinjuku", "山田様の名簿を誤送付"))).isNotEqualTo(sealed);
    }

    @Test
    void anErasedTextIsGoneAndItsNeighbourIsNot() {
        SealedValue one = value(texts.seal("shinjuku", "one"));
        SealedValue two = value(texts.seal("shinjuku", "two"));
        assertThat(value(texts.openAll("shinjuku", List.of(one, two)))).hasSize(2);

        value(texts.erase("shinjuku", List.of(one.keyId(), "never-there")));
        value(texts.erase("shinjuku", List.of(one.keyId())));

        assertThat(value(texts.openAll("shinjuku", List.of(one, two))))
                .isEqualTo(Map.of(two, "two"));
        assertThat(value(on(master).open("shinjuku", one))).isEmpty();
        assertThat(value(vault.find(KIND, "shinjuku/" + one.keyId()))).isEmpty();
    }

    @Test
    void anotherTenantOpensNothingEvenWithTheKeyPutUnderItsName() {
        SealedValue sealed = value(texts.seal("shinjuku", "one"));
        assertThat(value(texts.open("shibuya", sealed))).isEmpty();
        value(texts.erase("shibuya", List.of(sealed.keyId())));
        assertThat(value(texts.open("shinjuku", sealed))).contains("one");

        byte[] wrapped = value(vault.find(KIND, "shinjuku/" + sealed.keyId())).orElseThrow();
        value(vault.putIfAbsent(KIND, "shibuya/" + sealed.keyId(), wrapped));

        assertThat(Await.failure(() -> texts.open("shibuya", sealed)))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void aSealedTextDoesNotOpenWithTheKeyOfAnother() {
        SealedValue one = value(texts.seal("shinjuku", "one"));
        SealedValue two = value(texts.seal("shinjuku", "two"));

        assertThat(
                        Await.failure(
                                () ->
                                        texts.open(
                                                "shinjuku",
                                                new SealedValue(two.keyId(), one.sealed()))))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void theVaultAloneOpensNothing() {
        SealedValue sealed = value(texts.seal("shinjuku", "one"));

        assertThat(Await.failure(() -> on(MasterKey.fresh()).open("shinjuku", sealed)))
                .isInstanceOf(VaultException.class);
        byte[] wrapped = value(vault.find(KIND, "shinjuku/" + sealed.keyId())).orElseThrow();
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("one");
        assertThat(value(on(MasterKey.of(master.text())).open("shinjuku", sealed))).contains("one");
        assertThat(master.toString()).isEqualTo("MasterKey");
    }

    @Test
    void aPageOfTextsIsOpenedWithOneLookIntoTheVaultAndTheNextOneWithNone() {
        List<SealedValue> page = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            page.add(value(texts.seal("shinjuku", "text " + i)));
        }
        TextVault cold = on(master);
        vault.lookUps.set(0);

        Map<SealedValue, String> opened = value(cold.openAll("shinjuku", page));

        assertThat(IntStream.range(0, 500).mapToObj(i -> opened.get(page.get(i))))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "text " + i).toList());
        assertThat(vault.lookUps).hasValue(1);
        assertThat(value(cold.openAll("shinjuku", page))).hasSize(500);
        assertThat(value(cold.openAll("shinjuku", List.of()))).isEmpty();
        assertThat(vault.lookUps).hasValue(1);
    }

    @Test
    void aKeyThatIsReadWhileItIsDestroyedDoesNotStayInMemory() {
        SealedValue sealed = value(texts.seal("shinjuku", "one"));
        TextVault cold = on(master);
        vault.hold();
        var opening = cold.open("shinjuku", sealed);
        value(cold.erase("shinjuku", List.of(sealed.keyId())));
        vault.release();
        value(opening);

        assertThat(value(cold.open("shinjuku", sealed))).isEmpty();
    }

    @Test
    void aTextOfAnotherLengthIsRefused() {
        assertThat(Await.failure(() -> texts.seal("shinjuku", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        Await.failure(
                                () -> texts.seal("shinjuku", "x".repeat(TextVault.MAX_LENGTH + 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TextVault on(MasterKey key) {
        return new TextVault(vault, key, UUID::randomUUID, ForkJoinPool.commonPool());
    }
}
