package jp.tenken.query.history.entries;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.projections.Envelope;
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
 * @param contractors whose contracts it is about
 * @param contractIds the contracts that it is about
 * @param nameJa what it is about is called in Japanese
 * @param nameEn what it is about is called in English
 * @param told what it says
 * @param before the item's answer before; null where it is about none
 * @param after the item's answer after; null where it is about none
 */
public record Entry(
        long sequence,
        String eventId,
        String type,
        Instant time,
        Instant recordedAt,
        @Nullable RecordedActor actor,
        List<DepartmentCode> departments,
        List<ContractorId> contractors,
        List<ContractId> contractIds,
        String nameJa,
        String nameEn,
        Told told,
        @Nullable GivenAnswer before,
        @Nullable GivenAnswer after) {

    private static final String BETWEEN_NAMES = ", ";

    /** Copies the lists. */
    public Entry {
        departments = List.copyOf(departments);
        contractors = List.copyOf(contractors);
        contractIds = List.copyOf(contractIds);
    }

    /** An entry about the municipality, one of its departments or of its contractors. */
    static Entry municipal(
            Envelope envelope,
            List<ContractorId> contractors,
            String nameJa,
            String nameEn,
            Told told) {
        return new Entry(
                envelope.sequence(),
                envelope.eventId(),
                envelope.name(),
                envelope.time(),
                envelope.recordedAt(),
                RecordedActor.of(envelope),
                told.departments(),
                contractors,
                List.of(),
                nameJa,
                nameEn,
                told,
                null,
                null);
    }

    /**
     * An entry about contracts.
     *
     * @param known those of the contracts that are known; what registered one may have been erased
     *     from the log, and where that holds for all of them, the entry belongs to the municipality
     */
    static Entry contractual(
            Envelope envelope,
            List<ContractId> contractIds,
            Collection<KnownContract> known,
            Told told) {
        String name =
                known.isEmpty()
                        ? String.join(
                                BETWEEN_NAMES, contractIds.stream().map(ContractId::value).toList())
                        : String.join(
                                BETWEEN_NAMES, known.stream().map(KnownContract::name).toList());
        return new Entry(
                envelope.sequence(),
                envelope.eventId(),
                envelope.name(),
                envelope.time(),
                envelope.recordedAt(),
                RecordedActor.of(envelope),
                departments(known, told),
                known.stream().map(each -> each.parties().contractorId()).distinct().toList(),
                contractIds,
                name,
                name,
                told,
                null,
                null);
    }

    /** The same about an item of the contract's checklist. */
    Entry decided(GivenAnswer earlier, GivenAnswer later) {
        return new Entry(
                sequence,
                eventId,
                type,
                time,
                recordedAt,
                actor,
                departments,
                contractors,
                contractIds,
                nameJa,
                nameEn,
                told,
                earlier,
                later);
    }

    // In charge first where there is one contract; an event that names nobody known is everybody's.
    private static List<DepartmentCode> departments(Collection<KnownContract> known, Told told) {
        Stream<DepartmentCode> own =
                known.stream().flatMap(each -> each.parties().departments().stream());
        return known.isEmpty()
                ? List.of()
                : Stream.concat(own, new TreeSet<>(told.departments()).stream())
                        .distinct()
                        .toList();
    }
}
