package jp.tenken.edge;

import java.util.Collection;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Opens sealed texts for an answer. Implemented where the parts are assembled; thread-safe, never
 * blocks.
 */
@FunctionalInterface
public interface TextOpener {

    /**
     * Opens all texts of an answer at once; a page costs one look into the vault, not one a text.
     *
     * @param tenant whose texts; one of another tenant counts as erased
     * @param texts those of the answer, absent ones left out; repeated ones cost nothing
     * @return what they say, or an error: {@link jp.tenken.edge.problem.Refusal} {@code
     *     vault-unavailable} when the keys cannot be read now
     */
    Mono<OpenedTexts> open(TenantId tenant, Collection<SealedText> texts);
}
