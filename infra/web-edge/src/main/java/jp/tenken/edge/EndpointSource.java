package jp.tenken.edge;

import java.util.List;

/** The endpoints of one service, as its contents page lists them. */
@FunctionalInterface
public interface EndpointSource {

    /** In any order; none may have the route of another. */
    List<Endpoint> endpoints();
}
