package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.template.TemplateWording;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The contract has a checklist; its items are undecided.
 *
 * <p>Template, version and wording are pinned: the texts of this checklist follow from this event
 * alone, whatever the municipality adopts or is called later.
 *
 * @param contractId the contract
 * @param templateId which template
 * @param templateVersion which of its immutable versions
 * @param wording the municipality's name and kind as they stand in the items
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ChecklistOpened", version = "1")
public record ChecklistOpened(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        String templateId,
        int templateVersion,
        TemplateWording wording)
        implements ChecklistEvent {

    /** The first one: a checklist opens once. */
    @Override
    public int revision() {
        return 1;
    }
}
