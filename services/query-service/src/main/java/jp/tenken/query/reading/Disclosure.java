package jp.tenken.query.reading;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tenken.edge.NameDirectory;
import jp.tenken.edge.OpenedTexts;
import jp.tenken.edge.ShownNames;
import jp.tenken.edge.TextOpener;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What rows do not hold and answers show: the names of people and the words of sealed texts, looked
 * up for a whole answer at once. Also with {@code asOf} they are those of today: what was erased
 * since is erased.
 */
public final class Disclosure {

    private final NameDirectory names;
    private final TextOpener texts;

    /** By these. */
    public Disclosure(NameDirectory names, TextOpener texts) {
        this.names = names;
        this.texts = texts;
    }

    /**
     * What an answer shows.
     *
     * @param actors all of the answer; absent ones may be among them
     */
    public Mono<Disclosed> of(
            TenantId tenant, Collection<? extends @Nullable RecordedActor> actors) {
        return of(tenant, actors, List.of());
    }

    /**
     * What an answer shows.
     *
     * @param actors all of the answer; absent ones may be among them
     * @param sealed all texts of the answer; absent ones may be among them
     */
    public Mono<Disclosed> of(
            TenantId tenant,
            Collection<? extends @Nullable RecordedActor> actors,
            Collection<? extends @Nullable SealedText> sealed) {
        return Mono.zip(
                names.names(
                        tenant,
                        actors.stream()
                                .filter(Objects::nonNull)
                                .map(actor -> Objects.requireNonNull(actor).subject())
                                .collect(Collectors.toSet())),
                texts.open(
                        tenant,
                        sealed.stream()
                                .filter(Objects::nonNull)
                                .map(text -> Objects.requireNonNull(text))
                                .collect(Collectors.toSet())),
                Disclosed::new);
    }

    /**
     * What was looked up for an answer.
     *
     * @param names of its people
     * @param texts in it
     */
    public record Disclosed(ShownNames names, OpenedTexts texts) {

        /** The actor with its name; null for null. */
        public @Nullable ShownActor actor(@Nullable RecordedActor actor) {
            return actor == null
                    ? null
                    : new ShownActor(
                            actor.subject(),
                            actor.role(),
                            actor.departmentCode(),
                            names.of(actor.subject()));
        }

        /** The lines of the words, or one that says that they were erased; none for null. */
        public List<String> lines(@Nullable SealedText text) {
            String words = text(text);
            return words == null ? List.of() : words.lines().toList();
        }

        /** The words, or that they were erased; null for null. */
        public @Nullable String text(@Nullable SealedText text) {
            return texts.shown(text);
        }
    }
}
