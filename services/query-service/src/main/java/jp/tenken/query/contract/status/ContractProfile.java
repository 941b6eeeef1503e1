package jp.tenken.query.contract.status;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.Cause;
import jp.tenken.query.contract.ContractParties;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is, apart from how it stands.
 *
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param period for which
 * @param contractor with whom it was concluded
 * @param parties to whom it belongs
 * @param facts as declared last
 * @param registered the event that made it known
 * @param closure how it ended; null while it has not
 * @param erasureReports the reports of the erasure of its data that are referenced and not
 *     withdrawn
 */
public record ContractProfile(
        String contractNumber,
        String title,
        Period period,
        Contractor contractor,
        ContractParties parties,
        ContractFacts facts,
        Cause registered,
        @Nullable Closure closure,
        List<EvidenceId> erasureReports) {

    /** Copies the list. */
    public ContractProfile {
        erasureReports = List.copyOf(erasureReports);
    }

    /**
     * The end of a contract.
     *
     * @param kind how it ended
     * @param on its last day
     * @param reason why; null where nobody said
     * @param closed the event
     */
    public record Closure(ClosureKind kind, LocalDate on, @Nullable String reason, Cause closed) {}

    static ContractProfile of(ContractRegistered event, Envelope envelope) {
        return new ContractProfile(
                event.contractNumber(),
                event.title(),
                event.period(),
                event.contractor(),
                ContractParties.of(event),
                ContractFacts.NONE,
                Cause.of(envelope),
                null,
                List.of());
    }

    ContractProfile evolve(ContractAmended event) {
        return new ContractProfile(
                event.contractNumber(),
                event.title(),
                event.period(),
                contractor,
                parties,
                facts,
                registered,
                closure,
                erasureReports);
    }

    ContractProfile evolve(ContractClosed event, Envelope envelope) {
        return new ContractProfile(
                contractNumber,
                title,
                period,
                contractor,
                parties,
                facts,
                registered,
                new Closure(event.kind(), event.on(), event.reason(), Cause.of(envelope)),
                erasureReports);
    }

    ContractProfile of(ContractParties next) {
        return new ContractProfile(
                contractNumber,
                title,
                period,
                contractor,
                next,
                facts,
                registered,
                closure,
                erasureReports);
    }

    ContractProfile declaring(ContractFacts next) {
        return new ContractProfile(
                contractNumber,
                title,
                period,
                contractor,
                parties,
                next,
                registered,
                closure,
                erasureReports);
    }

    ContractProfile evolve(EvidenceReferenced event) {
        return event.kind() == EvidenceKind.ERASURE_REPORT
                ? reported(
                        Stream.concat(erasureReports.stream(), Stream.of(event.evidenceId()))
                                .toList())
                : this;
    }

    ContractProfile evolve(EvidenceWithdrawn event) {
        return reported(
                erasureReports.stream().filter(id -> !id.equals(event.evidenceId())).toList());
    }

    private ContractProfile reported(List<EvidenceId> reports) {
        return new ContractProfile(
                contractNumber,
                title,
                period,
                contractor,
                parties,
                facts,
                registered,
                closure,
                reports);
    }
}
