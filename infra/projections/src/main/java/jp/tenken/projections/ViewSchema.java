package jp.tenken.projections;

import java.util.List;

/**
 * What a store must know of a view to lay out its rows and indexes.
 *
 * @param name the view
 * @param attributes names of the row attributes by which lists may be filtered, each served by an
 *     index that starts with the tenant; same form as a view's name
 */
public record ViewSchema(ViewName name, List<String> attributes) {

    /** Copies the attributes. */
    public ViewSchema {
        attributes = List.copyOf(attributes);
    }
}
