package jp.tenken.query.contract.status;

import java.time.LocalDate;
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
 */
public record ContractProfile(
        String contractNumber,
        String title,
        Period period,
        Contractor contractor,
        ContractParties parties,
        ContractFacts facts,
        Cause registered,
        @Nullable Closure closure) {

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
                null);
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
                closure);
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
                new Closure(event.kind(), event.on(), event.reason(), Cause.of(envelope)));
    }

    ContractProfile of(ContractParties next) {
        return new ContractProfile(
                contractNumber, title, period, contractor, next, facts, registered, closure);
    }

    ContractProfile declaring(ContractFacts next) {
        return new ContractProfile(
                contractNumber, title, period, contractor, parties, next, registered, closure);
    }
}
