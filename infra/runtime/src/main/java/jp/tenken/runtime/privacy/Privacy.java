package jp.tenken.runtime.privacy;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.NameDirectory;
import jp.tenken.edge.OpenedTexts;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.ShownNames;
import jp.tenken.edge.TextOpener;
import jp.tenken.edge.TextSealer;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.SealedText;
import jp.tenken.projections.EventPayloads;
import jp.tenken.runtime.log.EventLog;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.PersonName;
import jp.tenken.vault.SealedValue;
import jp.tenken.vault.TextVault;
import jp.tenken.vault.Vault;
import jp.tenken.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What a running process does with names and free texts: the seams of the edge over the vault.
 *
 * <p>Nothing sealed is opened before the erasures that the log records have been carried out: the
 * vault may come from a backup that does not know of them. Thread-safe.
 */
public final class Privacy implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger logger = LoggerFactory.getLogger(Privacy.class);

    private final TextVault texts;
    private final PersonDirectory people;
    private final ErasureFollower erasures;
    private final RecordedEvents events;

    /**
     * Over a log and a vault, and begins to carry out recorded erasures.
     *
     * @param payloads reads stored events
     * @param ids random ones, for keys
     */
    public Privacy(
            EventLog log,
            Vault vault,
            MasterKey master,
            EventPayloads payloads,
            Supplier<UUID> ids) {
        this.texts = new TextVault(vault, master, ids, log.executor());
        this.people = new PersonDirectory(vault, master, log.executor());
        this.erasures = new ErasureFollower(log, vault, payloads, texts, people);
        this.events = new LoggedEvents(log, payloads);
        erasures.start();
    }

    /** Events of the log that were not looked through for erasures yet. */
    public long erasuresBehind() {
        return erasures.behind();
    }

    /** Seals texts for commands. */
    public TextSealer sealer() {
        return (tenant, text) ->
                answered(() -> texts.seal(tenant.value(), text))
                        .map(kept -> new SealedText(kept.keyId(), kept.sealed()));
    }

    /** Opens texts for answers. */
    public TextOpener opener() {
        return (tenant, asked) -> {
            if (asked.isEmpty()) {
                return Mono.just(new OpenedTexts(Map.of()));
            }
            String name = tenant.value();
            return answered(() -> erasures.caughtUp().thenCompose(ready -> open(name, asked)));
        };
    }

    private CompletableFuture<OpenedTexts> open(String tenant, Collection<SealedText> asked) {
        Map<SealedValue, SealedText> values = new LinkedHashMap<>();
        asked.forEach(text -> values.put(new SealedValue(text.keyId(), text.sealed()), text));
        return texts.openAll(tenant, values.keySet())
                .thenApply(
                        opened -> {
                            Map<SealedText, String> readable = new HashMap<>();
                            values.forEach(
                                    (value, text) -> {
                                        String words = opened.get(value);
                                        if (words != null) {
                                            readable.put(text, words);
                                        }
                                    });
                            return new OpenedTexts(readable);
                        });
    }

    /** Finds names for answers. */
    public NameDirectory names() {
        return (tenant, subjects) -> {
            if (subjects.isEmpty()) {
                return Mono.just(new ShownNames(Map.of()));
            }
            Set<String> wanted = Set.copyOf(subjects);
            return answered(
                    () ->
                            erasures.caughtUp()
                                    .thenCompose(ready -> people.names(tenant.value(), wanted))
                                    .thenApply(Privacy::shown));
        };
    }

    private static ShownNames shown(Map<String, PersonName> names) {
        Map<String, String> shown = new HashMap<>();
        names.forEach(
                (subject, name) ->
                        shown.put(
                                subject,
                                switch (name) {
                                    case PersonName.Known known -> known.name();
                                    case PersonName.Erased erased -> OpenedTexts.ERASED;
                                }));
        return new ShownNames(shown);
    }

    /** Tells when recorded erasures have been carried out. */
    public Erasures erasures() {
        return () -> Mono.fromFuture(erasures::carriedOut);
    }

    /** Finds events by their ids. */
    public RecordedEvents events() {
        return events;
    }

    /**
     * The same way of commands, on which the names of those who send them are learnt, and keys of
     * texts destroyed that came to nothing.
     */
    public CommandDispatcher attended(CommandDispatcher commands) {
        return new LearningDispatcher(new TidyingDispatcher(commands, texts), people);
    }

    private static <T> Mono<T> answered(Supplier<CompletableFuture<T>> asked) {
        return Mono.fromFuture(asked)
                .timeout(PATIENCE)
                .onErrorMap(
                        failure ->
                                failure instanceof VaultException
                                        || failure instanceof TimeoutException,
                        Privacy::unavailable);
    }

    private static Refusal unavailable(Throwable cause) {
        logger.warn("The vault does not answer: {}", cause.toString());
        return Refusal.of("vault-unavailable").header("Retry-After", "5");
    }

    /** Stops following the log. The vault stays its opener's to close. */
    @Override
    public void close() {
        erasures.close();
    }
}
