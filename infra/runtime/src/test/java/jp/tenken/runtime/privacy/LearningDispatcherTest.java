package jp.tenken.runtime.privacy;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import jp.tenken.edge.Actor;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.Receipt;
import jp.tenken.eventstore.tck.InMemoryVault;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.ScriptedDispatcher;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.PersonName;
import jp.tenken.vault.Vault;
import jp.tenken.vault.VaultException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LearningDispatcherTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Receipt DONE = new Receipt("c-1", 1, 1, true, false);
    private static final Receipt NO_EFFECT = new Receipt("c-1", 1, 1, false, false);

    private final InMemoryVault vault = new InMemoryVault();
    private final PersonDirectory people = directory(vault);

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void theNameOfWhoseCommandWasRecordedIsKnownWhenTheAnswerComes() {
        assertThat(send(people, Mono.just(DONE), "田中")).isEqualTo(DONE);
        assertThat(known()).isEqualTo(Map.of("tanaka", new PersonName.Known("田中")));

        assertThat(send(people, Mono.just(DONE), "鈴木")).isEqualTo(DONE);
        assertThat(known()).isEqualTo(Map.of("tanaka", new PersonName.Known("鈴木")));
    }

    @Test
    void nothingIsLearntFromACommandThatRecordedNothing() {
        assertThat(send(people, Mono.just(NO_EFFECT), "田中")).isEqualTo(NO_EFFECT);
        assertThat(send(people, Mono.error(Rejection.conflict("no")), "田中").getClass())
                .isEqualTo(Rejection.class);
        assertThat(known()).isEmpty();
    }

    @Test
    void withoutANameThatCanBeShownNothingIsLearnt() {
        for (String name : new @Nullable String[] {null, " ", "a\nb", "x".repeat(121)}) {
            assertThat(send(people, Mono.just(DONE), name)).isEqualTo(DONE);
        }
        assertThat(known()).isEmpty();
    }

    @Test
    void aVaultThatFailsCostsTheNameAndNotTheAnswer() {
        Vault failing =
                new HalfVault(
                        CompletableFuture.failedFuture(new VaultException("out of order", null)));
        assertThat(send(directory(failing), Mono.just(DONE), "田中")).isEqualTo(DONE);
    }

    @Test
    void aVaultThatNeverAnswersHoldsNobodyUpForLong() {
        Vault silent = new HalfVault(new CompletableFuture<>());
        PersonDirectory directory = directory(silent);
        for (int i = 0; i < 3; i++) {
            assertThat(send(directory, Mono.just(DONE), "田中")).isEqualTo(DONE);
        }
    }

    private static Object send(
            PersonDirectory directory, Mono<Receipt> outcome, @Nullable String name) {
        return new LearningDispatcher(
                        new ScriptedDispatcher((command, context) -> outcome), directory)
                .dispatch(
                        "a command",
                        new CommandContext(
                                TenantId.of("shinjuku"),
                                new Actor("tanaka", Role.DEPARTMENT_STAFF, null, name),
                                "POST /v1/things",
                                null,
                                "digest",
                                "request"))
                .cast(Object.class)
                .onErrorResume(Mono::just)
                .blockOptional(LONG_ENOUGH)
                .orElseThrow();
    }

    private Map<String, PersonName> known() {
        return value(people.names("shinjuku", List.of("tanaka")));
    }

    private static PersonDirectory directory(Vault vault) {
        return new PersonDirectory(vault, MasterKey.fresh(), ForkJoinPool.commonPool());
    }

    /** Answers every look-up in one way. */
    private record HalfVault(CompletableFuture<Map<String, byte[]>> found) implements Vault {

        @Override
        public CompletableFuture<Optional<byte[]>> find(String kind, String id) {
            return found.thenApply(all -> Optional.empty());
        }

        @Override
        public CompletableFuture<Map<String, byte[]>> findAll(String kind, Collection<String> ids) {
            return found;
        }

        @Override
        public CompletableFuture<byte[]> putIfAbsent(String kind, String id, byte[] secret) {
            return found.thenApply(all -> secret);
        }

        @Override
        public CompletableFuture<Void> put(String kind, String id, byte[] secret) {
            return found.thenAccept(all -> {});
        }

        @Override
        public CompletableFuture<Boolean> destroy(String kind, String id) {
            return found.thenApply(all -> false);
        }

        @Override
        public CompletableFuture<List<String>> ids(String kind) {
            return found.thenApply(all -> List.of());
        }

        @Override
        public void close() {}
    }
}
