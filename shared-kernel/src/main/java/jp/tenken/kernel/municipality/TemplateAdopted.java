package jp.tenken.kernel.municipality;

import jp.tenken.kernel.Tags;
import jp.tenken.kernel.template.TemplateWording;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * New checklists follow this template, in the municipality's own words.
 *
 * @param templateId which template
 * @param templateVersion which of its immutable versions, from 1
 * @param wording the municipality's name and kind as they stand in the items from now on
 */
@Event(namespace = MunicipalityEvent.NAMESPACE, name = "TemplateAdopted", version = "1")
public record TemplateAdopted(String templateId, int templateVersion, TemplateWording wording)
        implements MunicipalityEvent {

    /** The tag of the municipality's own facts. */
    @EventTag(key = Tags.MUNICIPALITY)
    public String municipalityTag() {
        return Tags.SELF;
    }
}
