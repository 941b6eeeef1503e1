package jp.tenken.command.municipality.openpolicyconsultations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, the latest first: a list that grows by one without being copied, because a
 * municipality has thousands of contracts.
 *
 * @param event the latest event
 * @param before what happened before it; null = nothing
 */
record Happened(Object event, @Nullable Happened before) {

    /** Everything, the earliest first. */
    static List<Object> inOrder(@Nullable Happened latest) {
        List<Object> events = new ArrayList<>();
        for (Happened each = latest; each != null; each = each.before()) {
            events.add(each.event());
        }
        Collections.reverse(events);
        return events;
    }
}
