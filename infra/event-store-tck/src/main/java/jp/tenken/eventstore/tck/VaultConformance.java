package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenken.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Vault} must do. An engine's test class extends this and says how to {@link
 * #open} a vault; nothing else, and no test may be disabled.
 */
public abstract class VaultConformance {

    @TempDir Path directory;

    private Vault vault = new InMemoryVault();

    /**
     * Opens the engine's vault that lives under a directory, and makes an empty one where there is
     * none. Called again with the same directory after a close: everything must still be there.
     */
    protected abstract Vault open(Path directory) throws Exception;

    /** As in {@link CommitLogConformance}: whether a thread of this name belongs to a driver. */
    protected boolean isDriverThread(String threadName) {
        return threadName.matches("(?i).*(nio|epoll|event-?loop|netty|mongodb|async-channel).*");
    }

    @BeforeEach
    protected void openAnEmptyVault() throws Exception {
        vault = open(directory.resolve("vault"));
    }

    @AfterEach
    protected void closeTheVault() {
        vault.close();
    }

    @Test
    protected void anEntryIsFoundByKindAndId() {
        assertThat(Await.value(vault.find("key", "a"))).isEmpty();
        assertThat(Await.value(vault.putIfAbsent("key", "a", bytes("one"))))
                .isEqualTo(bytes("one"));

        assertThat(found("key", "a")).isEqualTo("one");
        assertThat(Await.value(vault.find("key", "b"))).isEmpty();
        assertThat(Await.value(vault.find("other", "a"))).isEmpty();
    }

    @Test
    protected void theEarlierEntryStays() {
        Await.value(vault.putIfAbsent("key", "a", bytes("one")));
        assertThat(Await.value(vault.putIfAbsent("key", "a", bytes("two"))))
                .isEqualTo(bytes("one"));
        assertThat(found("key", "a")).isEqualTo("one");
    }

    @Test
    protected void manyCallersAtOnceAgreeOnOneEntry() {
        for (int round = 0; round < 10; round++) {
            String id = "id-" + round;
            List<CompletableFuture<byte[]>> puts = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                puts.add(vault.putIfAbsent("key", id, bytes("caller-" + caller)));
            }
            Set<String> answers =
                    puts.stream()
                            .map(Await::value)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .collect(Collectors.toSet());
            assertThat(answers).containsExactly(found("key", id));
        }
    }

    @Test
    protected void aDestroyedEntryIsGoneForEver() throws Exception {
        Await.value(vault.putIfAbsent("key", "a", bytes("one")));
        Await.value(vault.putIfAbsent("key", "b", bytes("two")));

        assertThat(Await.value(vault.destroy("key", "a"))).isTrue();
        assertThat(Await.value(vault.destroy("key", "a"))).isFalse();
        assertThat(Await.value(vault.destroy("key", "unknown"))).isFalse();
        assertThat(Await.value(vault.find("key", "a"))).isEmpty();
        vault.close();
        vault = open(directory.resolve("vault"));
        assertThat(Await.value(vault.find("key", "a"))).isEmpty();
        assertThat(found("key", "b")).isEqualTo("two");
        assertThat(Await.value(vault.putIfAbsent("key", "a", bytes("new"))))
                .isEqualTo(bytes("new"));
    }

    @Test
    protected void idsOfAKindAreListedInOrder() {
        assertThat(Await.value(vault.ids("key"))).isEmpty();
        for (String id : List.of("b", "c", "a", "A", "10", "9")) {
            Await.value(vault.putIfAbsent("key", id, bytes(id)));
        }
        Await.value(vault.putIfAbsent("other", "z", bytes("z")));
        Await.value(vault.destroy("key", "c"));
        assertThat(Await.value(vault.ids("key"))).containsExactly("10", "9", "A", "a", "b");
    }

    @Test
    protected void manyEntriesAreFoundAtOnceAndMissingOnesAreLeftOut() {
        for (int i = 0; i < Vault.MAX_IDS; i += 2) {
            Await.value(vault.putIfAbsent("key", "id-" + i, bytes("secret-" + i)));
        }
        Await.value(vault.putIfAbsent("other", "id-1", bytes("of another kind")));
        List<String> ids = IntStream.range(0, Vault.MAX_IDS).mapToObj(i -> "id-" + i).toList();

        Map<String, byte[]> found = Await.value(vault.findAll("key", ids));

        assertThat(found).hasSize(Vault.MAX_IDS / 2);
        found.forEach(
                (id, secret) -> assertThat(secret).isEqualTo(bytes(id.replace("id-", "secret-"))));
        assertThat(Await.value(vault.findAll("key", List.of()))).isEmpty();
        List<String> tooMany = new ArrayList<>(ids);
        tooMany.add("one more");
        assertThat(Await.failure(() -> vault.findAll("key", tooMany)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    protected void aReplacedEntryIsTheOneThatIsFoundAndItsDestructionTakesBoth() throws Exception {
        Await.value(vault.put("key", "a", bytes("one")));
        Await.value(vault.put("key", "a", bytes("two")));

        assertThat(found("key", "a")).isEqualTo("two");
        assertThat(Await.value(vault.putIfAbsent("key", "a", bytes("three"))))
                .isEqualTo(bytes("two"));
        vault.close();
        vault = open(directory.resolve("vault"));
        assertThat(found("key", "a")).isEqualTo("two");
        assertThat(Await.value(vault.destroy("key", "a"))).isTrue();
        assertThat(Await.value(vault.find("key", "a"))).isEmpty();
    }

    @Test
    protected void everyByteAndTheLargestEntryAreKeptOverAReopen() throws Exception {
        byte[] large = new byte[Vault.MAX_BYTES];
        new Random(1).nextBytes(large);
        Await.value(vault.putIfAbsent("key", "大 'id'", large));
        Await.value(vault.putIfAbsent("key", "one", new byte[] {0}));

        vault.close();
        vault = open(directory.resolve("vault"));

        assertThat(Await.value(vault.find("key", "大 'id'")).orElseThrow()).isEqualTo(large);
        assertThat(Await.value(vault.find("key", "one")).orElseThrow()).isEqualTo(new byte[] {0});
    }

    @Test
    protected void anEntryOfAnotherSizeIsRefused() {
        assertThat(Await.failure(() -> vault.putIfAbsent("key", "a", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        Await.failure(
                                () -> vault.putIfAbsent("key", "a", new byte[Vault.MAX_BYTES + 1])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Await.failure(() -> vault.put("key", "a", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Await.value(vault.find("key", "a"))).isEmpty();
    }

    @Test
    protected void neitherTheGivenNorTheReturnedBytesAreSharedWithTheVault() {
        byte[] given = bytes("secret");
        byte[] returned = Await.value(vault.putIfAbsent("key", "a", given));
        Arrays.fill(given, (byte) 0);
        Arrays.fill(returned, (byte) 0);
        Arrays.fill(Await.value(vault.find("key", "a")).orElseThrow(), (byte) 0);
        assertThat(found("key", "a")).isEqualTo("secret");
    }

    @Test
    protected void futuresCompleteOnTheEnginesOwnThreads() {
        OwnThreadCheck.check(() -> vault.find("key", "a"), this::isDriverThread);
        OwnThreadCheck.check(() -> vault.putIfAbsent("key", "a", bytes("x")), this::isDriverThread);
        OwnThreadCheck.check(() -> vault.ids("key"), this::isDriverThread);
    }

    private String found(String kind, String id) {
        return new String(Await.value(vault.find(kind, id)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
