package jp.tenken.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as it is answered.
 *
 * @param items in the list's order
 * @param nextCursor for the page behind it; null for the last one
 */
public record Page(List<?> items, @Nullable String nextCursor) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
