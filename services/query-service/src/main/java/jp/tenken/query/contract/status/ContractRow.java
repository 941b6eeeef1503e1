package jp.tenken.query.contract.status;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.Cause;
import jp.tenken.query.contract.ContractParties;
import org.jspecify.annotations.Nullable;

/**
 * A contract with all that its status follows from.
 *
 * @param id the contract
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param departmentCode the department in charge
 * @param participatingDepartmentCodes others that have a part in it
 * @param contractor with whom it was concluded
 * @param period for which
 * @param registered the event that made it known
 * @param items how its checklist stands; null while it has none
 * @param changedAt when the latest event about it or its checklist happened
 * @param version number of events about the contract itself, from 1
 */
public record ContractRow(
        ContractId id,
        String contractNumber,
        String title,
        DepartmentCode departmentCode,
        List<DepartmentCode> participatingDepartmentCodes,
        Contractor contractor,
        Period period,
        Cause registered,
        @Nullable ItemStanding items,
        Instant changedAt,
        long version) {

    /** Copies the list. */
    public ContractRow {
        participatingDepartmentCodes = List.copyOf(participatingDepartmentCodes);
    }

    static ContractRow of(ContractRegistered event, Envelope envelope) {
        return new ContractRow(
                event.contractId(),
                event.contractNumber(),
                event.title(),
                event.departmentCode(),
                event.participatingDepartmentCodes(),
                event.contractor(),
                event.period(),
                Cause.of(envelope),
                null,
                envelope.time(),
                1);
    }

    // The facts themselves are shown nowhere in this view; what counts is that there was an event.
    ContractRow evolve(ContractFactsDeclared event, Envelope envelope) {
        return with(items, envelope, version + 1);
    }

    ContractRow evolve(ChecklistOpened event, Envelope envelope) {
        return with(ItemStanding.of(event, envelope), envelope, version);
    }

    ContractRow evolve(ItemDecided event, Envelope envelope) {
        return items == null ? this : with(items.evolve(event, envelope), envelope, version);
    }

    /** To whom it belongs. */
    public ContractParties parties() {
        return new ContractParties(
                departmentCode, participatingDepartmentCodes, contractor.contractorId());
    }

    private ContractRow with(@Nullable ItemStanding standing, Envelope envelope, long next) {
        return new ContractRow(
                id,
                contractNumber,
                title,
                departmentCode,
                participatingDepartmentCodes,
                contractor,
                period,
                registered,
                standing,
                envelope.time(),
                next);
    }
}
