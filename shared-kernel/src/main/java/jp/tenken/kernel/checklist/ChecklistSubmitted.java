package jp.tenken.kernel.checklist;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * The revision is handed in for review; nothing is decided in it until it comes back.
 *
 * @param contractId the contract
 * @param revision which revision, from 1
 * @param openItems undecided items, each named by an open consultation; confirmation waits for them
 * @param comment what was said with it, sealed; null where nothing was
 * @param onBehalfOf for whom the actor stood in (代決): the subject; null = nobody
 */
@Event(namespace = ChecklistEvent.NAMESPACE, name = "ChecklistSubmitted", version = "1")
public record ChecklistSubmitted(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        int revision,
        List<ItemCode> openItems,
        @Nullable SealedText comment,
        @Nullable String onBehalfOf)
        implements ChecklistEvent {

    /** Copies the list. */
    public ChecklistSubmitted {
        openItems = List.copyOf(openItems);
    }
}
