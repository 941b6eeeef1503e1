package jp.tenken.runtime.privacy;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tenken.edge.OpenedTexts;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.tck.InMemoryVault;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.kernel.privacy.TextRedacted;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the log says is erased, is: now, after a crash, and after the restore of an old vault. */
class ErasureTest {

    private static final SealedText REASON = new SealedText("of-the-erasure", "c2VhbGVk");

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final TenantId SHINJUKU = TenantId.of("shinjuku");
    private static final TenantId SHIBUYA = TenantId.of("shibuya");
    private static final List<String> KINDS =
            List.of(
                    "text-key",
                    "person-key",
                    "person-name",
                    "person-erased",
                    "erasures-carried-out");

    private final InMemoryCommitLog engine = new InMemoryCommitLog();
    private final InMemoryVault vault = new InMemoryVault();
    private final MasterKey master = MasterKey.fresh();
    private final PayloadJson json = new PayloadJson();
    private EventLog log;
    private Privacy privacy;

    @BeforeEach
    void open() {
        log = value(EventLog.open(engine, Set.of(), Clock.systemUTC()));
        privacy = on(vault);
    }

    @AfterEach
    void close() {
        privacy.close();
        log.close();
        engine.close();
        vault.close();
    }

    @Test
    void aRedactionInTheLogErasesItsTextsAndNoOthers() {
        SealedText one = get(privacy.sealer().seal(SHINJUKU, "山田様の名簿"));
        SealedText two = get(privacy.sealer().seal(SHINJUKU, "二通目"));
        SealedText elsewhere = get(privacy.sealer().seal(SHIBUYA, "渋谷区の分"));

        append(SHINJUKU, new TextRedacted("e-1", List.of(one.keyId(), elsewhere.keyId()), REASON));
        carriedOut();

        OpenedTexts opened = get(privacy.opener().open(SHINJUKU, List.of(one, two)));
        assertThat(opened.shown(one)).isEqualTo("消去済み");
        assertThat(opened.find(one)).isEmpty();
        assertThat(opened.shown(two)).isEqualTo("二通目");
        assertThat(opened.shown(null)).isNull();
        assertThat(opened.toString()).doesNotContain("二通目");
        assertThat(get(privacy.opener().open(SHIBUYA, List.of(elsewhere))).shown(elsewhere))
                .isEqualTo("渋谷区の分");
    }

    @Test
    void anErasedPersonIsShownAsErasedInItsMunicipalityOnly() {
        learn(SHINJUKU, "tanaka", "田中");
        learn(SHIBUYA, "tanaka", "田中");
        assertThat(name(SHINJUKU, "tanaka")).isEqualTo("田中");

        append(SHINJUKU, new PersonErased("tanaka", REASON));
        carriedOut();
        learn(SHINJUKU, "tanaka", "田中");

        assertThat(name(SHINJUKU, "tanaka")).isEqualTo("消去済み");
        assertThat(name(SHIBUYA, "tanaka")).isEqualTo("田中");
        assertThat(get(privacy.names().names(SHINJUKU, List.of("unknown"))).of("unknown")).isNull();
    }

    @Test
    void whatWasRecordedWhenTheProcessEndedIsErasedByTheNextStart() {
        SealedText text = get(privacy.sealer().seal(SHINJUKU, "山田様の名簿"));
        privacy.close();
        append(SHINJUKU, new TextRedacted("e-1", List.of(text.keyId()), REASON));
        assertThat(value(vault.ids("text-key"))).hasSize(1);

        reopen(vault);

        assertThat(get(privacy.opener().open(SHINJUKU, List.of(text))).find(text)).isEmpty();
        assertThat(value(vault.ids("text-key"))).isEmpty();
    }

    @Test
    void anOlderVaultThatIsBroughtBackLosesAgainWhatWasErasedSince() {
        SealedText early = get(privacy.sealer().seal(SHINJUKU, "早い文章"));
        append(SHINJUKU, new TextRedacted("e-1", List.of(early.keyId()), REASON));
        carriedOut();
        SealedText late = get(privacy.sealer().seal(SHINJUKU, "遅い文章"));
        SealedText kept = get(privacy.sealer().seal(SHINJUKU, "残る文章"));
        learn(SHINJUKU, "tanaka", "田中");
        InMemoryVault backup = copyOf(vault);
        append(SHINJUKU, new TextRedacted("e-2", List.of(late.keyId()), REASON));
        append(SHINJUKU, new PersonErased("tanaka", REASON));
        carriedOut();

        reopen(backup);

        assertThat(name(SHINJUKU, "tanaka")).isEqualTo("消去済み");
        assertThat(get(privacy.opener().open(SHINJUKU, List.of(early, late, kept))).readable())
                .isEqualTo(Map.of(kept, "残る文章"));
        assertThat(value(backup.ids("text-key"))).containsExactly("shinjuku/" + kept.keyId());
        assertThat(value(backup.ids("person-key"))).isEmpty();
        backup.close();
    }

    @Test
    void aVaultOfALongerLogDoesEverythingAgain() {
        SealedText text = get(privacy.sealer().seal(SHINJUKU, "山田様の名簿"));
        privacy.close();
        value(
                vault.put(
                        "erasures-carried-out",
                        log.epoch().toString(),
                        new byte[] {0, 0, 0, 0, 0, 0, 1, 0}));
        append(SHINJUKU, new TextRedacted("e-1", List.of(text.keyId()), REASON));

        reopen(vault);

        assertThat(get(privacy.opener().open(SHINJUKU, List.of(text))).find(text)).isEmpty();
    }

    @Test
    void anotherProcessForgetsWhatItHasReadBefore() {
        SealedText text = get(privacy.sealer().seal(SHINJUKU, "山田様の名簿"));
        learn(SHINJUKU, "tanaka", "田中");
        EventLog its = value(EventLog.open(engine, Set.of(), Clock.systemUTC()));
        try (Privacy another = on(its, vault)) {
            assertThat(get(another.opener().open(SHINJUKU, List.of(text))).find(text)).isPresent();
            assertThat(get(another.names().names(SHINJUKU, List.of("tanaka"))).of("tanaka"))
                    .isEqualTo("田中");

            append(SHINJUKU, new TextRedacted("e-1", List.of(text.keyId()), REASON));
            append(SHINJUKU, new PersonErased("tanaka", REASON));
            carriedOut();
            Await.until("the other has heard of it", () -> its.head() == log.head());
            another.erasures().carriedOut().block(LONG_ENOUGH);

            assertThat(get(another.opener().open(SHINJUKU, List.of(text))).find(text)).isEmpty();
            assertThat(get(another.names().names(SHINJUKU, List.of("tanaka"))).of("tanaka"))
                    .isEqualTo("消去済み");
        } finally {
            its.close();
        }
    }

    private Privacy on(Vault used) {
        return on(log, used);
    }

    private Privacy on(EventLog of, Vault used) {
        return new Privacy(
                of, used, master, new CataloguedPayloads(json, Upcasters.NONE), UUID::randomUUID);
    }

    private void reopen(Vault used) {
        privacy.close();
        log.close();
        log = value(EventLog.open(engine, Set.of(), Clock.systemUTC()));
        privacy = on(used);
    }

    private void append(TenantId tenant, Record event) {
        value(
                log.appender()
                        .append(
                                new AppendRequest(
                                        tenant.value(),
                                        UUID.randomUUID(),
                                        AppendRequest.FRESH_ID,
                                        List.of(stored(event)),
                                        null)));
    }

    private StoredEvent stored(Record event) {
        return new StoredEvent(
                UUID.randomUUID().toString(),
                EventCatalogue.nameOf(event.getClass()),
                "1",
                Clock.systemUTC().instant(),
                List.of(),
                Map.of(),
                json.write(event),
                new byte[StoredEvent.SALT_LENGTH]);
    }

    private void learn(TenantId tenant, String subject, String name) {
        value(
                new PersonDirectory(vault, master, log.executor())
                        .learn(tenant.value(), subject, name));
    }

    private String name(TenantId tenant, String subject) {
        return String.valueOf(get(privacy.names().names(tenant, List.of(subject))).of(subject));
    }

    private void carriedOut() {
        privacy.erasures().carriedOut().block(LONG_ENOUGH);
    }

    private static InMemoryVault copyOf(Vault vault) {
        InMemoryVault copy = new InMemoryVault();
        for (String kind : KINDS) {
            for (String id : new HashSet<>(value(vault.ids(kind)))) {
                value(copy.put(kind, id, value(vault.find(kind, id)).orElseThrow()));
            }
        }
        return copy;
    }

    private static <T> T get(Mono<T> answer) {
        return answer.blockOptional(LONG_ENOUGH).orElseThrow();
    }
}
