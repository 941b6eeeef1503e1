package jp.tenken.edge;

import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Seals free texts before they go into a command. Implemented where the parts are assembled;
 * thread-safe, never blocks.
 *
 * <p>A text's form (length, printable characters) is checked by whoever seals it, with {@link
 * jp.tenken.kernel.TextRule}, before: afterwards nobody can.
 */
@FunctionalInterface
public interface TextSealer {

    /**
     * The text under a key of its own, which is durable before this answers. Two calls with one
     * text answer differently.
     *
     * @param tenant whose text; nobody else's key opens it
     * @param text not empty, at most 64 KiB in UTF-8
     * @return the sealed text, or an error: {@link jp.tenken.edge.problem.Refusal} {@code
     *     vault-unavailable} when no key can be kept now
     */
    Mono<SealedText> seal(TenantId tenant, String text);
}
