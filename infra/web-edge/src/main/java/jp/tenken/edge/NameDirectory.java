package jp.tenken.edge;

import java.util.Collection;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Finds the names of people for an answer. Names stand in no row and no event: they are looked up
 * when somebody reads. Implemented where the parts are assembled; thread-safe, never blocks.
 */
@FunctionalInterface
public interface NameDirectory {

    /**
     * The names of all people of an answer at once; a page costs one look, not one a line.
     *
     * @param tenant in whose directory
     * @param subjects those of the answer; repeated ones cost nothing
     * @return what to show, or an error: {@link jp.tenken.edge.problem.Refusal} {@code
     *     vault-unavailable} when the directory cannot be read now
     */
    Mono<ShownNames> names(TenantId tenant, Collection<String> subjects);
}
