package jp.tenken.kernel.privacy;

import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The name and contacts of a person were erased: their key is destroyed, what it sealed stays
 * unreadable.
 *
 * @param personId the person; of a staff member the token's subject
 * @param reason why, sealed: who says why names people
 */
@Event(namespace = PrivacyEvent.NAMESPACE, name = "PersonErased", version = "1")
public record PersonErased(String personId, SealedText reason) implements PrivacyEvent {

    /** The tag of the municipality's own facts. */
    @EventTag(key = Tags.MUNICIPALITY)
    public String municipalityTag() {
        return Tags.SELF;
    }
}
