package jp.tenken.kernel.contract;

import java.time.LocalDate;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Another department is in charge of the contract.
 *
 * @param contractId the contract
 * @param from the department that was in charge
 * @param to the department that is in charge now
 * @param effectiveOn from which day on
 * @param reason why; null where nobody said
 */
@Event(namespace = ContractEvent.NAMESPACE, name = "ContractTransferredToDepartment", version = "1")
public record ContractTransferredToDepartment(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        DepartmentCode from,
        DepartmentCode to,
        LocalDate effectiveOn,
        @Nullable String reason)
        implements ContractEvent {}
