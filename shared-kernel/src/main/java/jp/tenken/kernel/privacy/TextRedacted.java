package jp.tenken.kernel.privacy;

import java.util.List;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * Free texts of an event were erased: their keys are destroyed.
 *
 * @param eventId the event whose texts they were
 * @param keyIds the destroyed keys; at least one
 * @param reason why, sealed: who says why names people
 */
@Event(namespace = PrivacyEvent.NAMESPACE, name = "TextRedacted", version = "1")
public record TextRedacted(String eventId, List<String> keyIds, SealedText reason)
        implements PrivacyEvent {

    /** Copies the list. */
    public TextRedacted {
        keyIds = List.copyOf(keyIds);
    }

    /** The tag of the municipality's own facts. */
    @EventTag(key = Tags.MUNICIPALITY)
    public String municipalityTag() {
        return Tags.SELF;
    }
}
