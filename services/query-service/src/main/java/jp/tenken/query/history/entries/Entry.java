package jp.tenken.query.history.entries;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Scope;
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
 * @param named those of the contracts that were known, in the same order
 * @param nameJa what it is about is called in Japanese; empty where it is about contracts
 * @param nameEn what it is about is called in English; empty where it is about contracts
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
        List<NamedContract> named,
        String nameJa,
        String nameEn,
        Told told,
        @Nullable GivenAnswer before,
        @Nullable GivenAnswer after) {

    /** Copies the lists. */
    public Entry {
        departments = List.copyOf(departments);
        contractors = List.copyOf(contractors);
        contractIds = List.copyOf(contractIds);
        named = List.copyOf(named);
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
            Map<ContractId, KnownContract> known,
            Told told) {
        return new Entry(
                envelope.sequence(),
                envelope.eventId(),
                envelope.name(),
                envelope.time(),
                envelope.recordedAt(),
                RecordedActor.of(envelope),
                departments(known.values(), told),
                known.values().stream()
                        .map(each -> each.parties().contractorId())
                        .distinct()
                        .toList(),
                contractIds,
                known.entrySet().stream()
                        .map(each -> each.getValue().named(each.getKey()))
                        .toList(),
                "",
                "",
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
                named,
                nameJa,
                nameEn,
                told,
                earlier,
                later);
    }

    /**
     * The entry as it is shown. A contractor learns neither of the contracts of others nor who
     * acted for other contractors; the municipality's own learn of all.
     *
     * @param scope what the reader may read
     * @param subject the reader
     */
    Entry shownTo(Scope scope, String subject) {
        List<NamedContract> own = named.stream().filter(each -> each.isOf(scope)).toList();
        if (scope.isMunicipal() || own.size() == contractIds.size()) {
            return this;
        }
        boolean stranger = actor != null && actor.actedForAContractorBeside(subject);
        return new Entry(
                sequence,
                eventId,
                type,
                time,
                recordedAt,
                stranger ? null : actor,
                departments,
                contractors,
                own.stream().map(NamedContract::contractId).toList(),
                own,
                nameJa,
                nameEn,
                told,
                before,
                after);
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
