package jp.tenken.kernel.contract;

import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A contractor is called so from now on; contracts keep the name with which they were concluded.
 *
 * @param contractorId the contractor
 * @param name what it is called
 * @param corporateNumber null where it has none, or gave none
 */
@Event(namespace = ContractorEvent.NAMESPACE, name = "ContractorNamed", version = "1")
public record ContractorNamed(
        @EventTag(key = Tags.CONTRACTOR) ContractorId contractorId,
        String name,
        @Nullable CorporateNumber corporateNumber)
        implements ContractorEvent {}
