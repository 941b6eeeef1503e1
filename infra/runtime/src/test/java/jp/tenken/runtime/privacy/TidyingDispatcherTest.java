package jp.tenken.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import jp.tenken.edge.Actor;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.eventstore.tck.InMemoryVault;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.ScriptedDispatcher;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.SealedValue;
import jp.tenken.vault.TextVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TidyingDispatcherTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final TenantId TENANT = TenantId.of("shinjuku");

    private final InMemoryVault vault = new InMemoryVault();
    private final TextVault texts =
            new TextVault(vault, MasterKey.fresh(), UUID::randomUUID, ForkJoinPool.commonPool());

    record Told(String id, SealedText summary, List<SealedText> more) {}

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void whatWasRejectedOrHadNoEffectLeavesNoKeys() throws Exception {
        Rejection rejection = Rejection.conflict("incident-not-open");
        Receipt withoutEffect = new Receipt("i-1", 1, 1, false, false);

        assertThat(send(Mono.error(rejection))).isSameAs(rejection);
        assertThat(send(Mono.just(withoutEffect))).isEqualTo(withoutEffect);
        assertThat(keys()).isEmpty();
    }

    @Test
    void whatWasRecordedOrMayHaveBeenKeepsItsKeys() throws Exception {
        Receipt recorded = new Receipt("i-1", 1, 1, true, false);
        Receipt replayed = new Receipt("i-1", 1, 1, true, true);
        Refusal unknown = Refusal.of("log-unavailable");

        assertThat(send(Mono.just(recorded))).isEqualTo(recorded);
        assertThat(send(Mono.just(replayed))).isEqualTo(replayed);
        assertThat(send(Mono.error(unknown))).isSameAs(unknown);
        assertThat(keys()).hasSize(6);
    }

    @Test
    void keysOfOthersAreNotTouched() throws Exception {
        SealedText other = seal("別の文章");

        send(Mono.error(Rejection.conflict("incident-not-open")));

        assertThat(
                        texts.open(TENANT.value(), new SealedValue(other.keyId(), other.sealed()))
                                .get(30, TimeUnit.SECONDS))
                .contains("別の文章");
    }

    @Test
    void aVaultThatIsGoneChangesNoAnswer() throws Exception {
        Rejection rejection = Rejection.conflict("incident-not-open");
        Told command = command();
        vault.close();

        assertThat(dispatch(command, Mono.error(rejection))).isSameAs(rejection);
    }

    private Object send(Mono<Receipt> outcome) throws Exception {
        return dispatch(command(), outcome);
    }

    private Told command() throws Exception {
        return new Told("i-1", seal("一"), List.of(seal("二")));
    }

    private Object dispatch(Told told, Mono<Receipt> outcome) {
        return new TidyingDispatcher(new ScriptedDispatcher((command, context) -> outcome), texts)
                .dispatch(
                        told,
                        new CommandContext(
                                TENANT,
                                new Actor("tanaka", Role.DEPARTMENT_STAFF, null, null),
                                "POST /v1/things",
                                null,
                                "digest",
                                "request"))
                .cast(Object.class)
                .onErrorResume(Mono::just)
                .blockOptional(LONG_ENOUGH)
                .orElseThrow();
    }

    private SealedText seal(String text) throws Exception {
        SealedValue kept = texts.seal(TENANT.value(), text).get(30, TimeUnit.SECONDS);
        return new SealedText(kept.keyId(), kept.sealed());
    }

    private List<String> keys() throws Exception {
        return vault.ids("text-key").get(30, TimeUnit.SECONDS);
    }
}
