package jp.tenken.runtime.service;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.tenken.edge.EdgeRole;
import jp.tenken.projections.View;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/**
 * What a service brings to the assembly beside its endpoints.
 *
 * @param name for people
 * @param role what it is among others
 * @param slices registers the command side; changes nothing where there is none
 * @param views of the read side; may be empty
 * @param chainTags tag keys whose values get a hash chain of their own; the same in all services
 */
public record ServiceParts(
        String name,
        EdgeRole role,
        UnaryOperator<EventSourcingConfigurer> slices,
        List<View<?>> views,
        Set<String> chainTags) {

    /** Copies the collections. */
    public ServiceParts {
        views = List.copyOf(views);
        chainTags = Set.copyOf(chainTags);
    }
}
