package jp.tenken.query.history.entries;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.ContractParties;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * One event, as the history keeps it.
 *
 * @param sequence of the event among the municipality's
 * @param eventId unique
 * @param type qualified name of the event
 * @param time when it happened
 * @param recordedAt when it was recorded
 * @param actor who caused it; null where the event names nobody
 * @param departments to which it belongs; none = to the municipality as a whole
 * @param contractorId whose contract it is about; null where it is about none
 * @param contractId the contract that it is about; null where it is about none
 * @param itemCode the item that it is about; null where it is about none
 * @param nameJa what its subject is called in Japanese
 * @param nameEn what its subject is called in English
 * @param before the item's answer before; null where it is about none
 * @param after the item's answer after; null where it is about none
 * @param changeReason why an item was decided otherwise than before
 */
public record Entry(
        long sequence,
        String eventId,
        String type,
        Instant time,
        Instant recordedAt,
        @Nullable RecordedActor actor,
        List<DepartmentCode> departments,
        @Nullable ContractorId contractorId,
        @Nullable ContractId contractId,
        @Nullable ItemCode itemCode,
        String nameJa,
        String nameEn,
        @Nullable GivenAnswer before,
        @Nullable GivenAnswer after,
        @Nullable String changeReason) {

    /** Copies the departments. */
    public Entry {
        departments = List.copyOf(departments);
    }

    /** An entry about the municipality or one of its departments. */
    static Entry municipal(
            Envelope envelope, List<DepartmentCode> departments, String nameJa, String nameEn) {
        return new Entry(
                envelope.sequence(),
                envelope.eventId(),
                envelope.name(),
                envelope.time(),
                envelope.recordedAt(),
                RecordedActor.of(envelope),
                departments,
                null,
                null,
                null,
                nameJa,
                nameEn,
                null,
                null,
                null);
    }

    /** An entry about a contract. */
    static Entry contractual(Envelope envelope, ContractId contractId, KnownContract contract) {
        ContractParties parties = contract.parties();
        String name = contract.contractNumber() + " " + contract.title();
        return new Entry(
                envelope.sequence(),
                envelope.eventId(),
                envelope.name(),
                envelope.time(),
                envelope.recordedAt(),
                RecordedActor.of(envelope),
                parties.departments(),
                parties.contractorId(),
                contractId,
                null,
                name,
                name,
                null,
                null,
                null);
    }

    /** The same about an item of the contract's checklist. */
    Entry decided(ItemCode item, GivenAnswer earlier, GivenAnswer later, @Nullable String reason) {
        return new Entry(
                sequence,
                eventId,
                type,
                time,
                recordedAt,
                actor,
                departments,
                contractorId,
                contractId,
                item,
                nameJa,
                nameEn,
                earlier,
                later,
                reason);
    }
}
