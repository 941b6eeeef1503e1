package jp.tenken.kernel.municipality;

import java.util.List;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * Checklists are approved along this path from now on; reviews that are under way follow it too.
 *
 * @param steps who acts after the submission, in order: a path that {@link ApprovalPath} allows
 */
@Event(namespace = MunicipalityEvent.NAMESPACE, name = "ApprovalPathSet", version = "1")
public record ApprovalPathSet(List<Role> steps) implements MunicipalityEvent {

    /** Copies the list. */
    public ApprovalPathSet {
        steps = List.copyOf(steps);
    }

    /** The tag of the municipality's own facts. */
    @EventTag(key = Tags.MUNICIPALITY)
    public String municipalityTag() {
        return Tags.SELF;
    }
}
