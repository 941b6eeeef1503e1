package jp.tenken.command.checklist;

import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;

/**
 * To whom a contract belongs.
 *
 * @param inCharge the department in charge now
 * @param participating others with a part in it
 * @param contractor with whom it was concluded
 */
public record Parties(
        DepartmentCode inCharge, List<DepartmentCode> participating, ContractorId contractor) {

    /** Copies the list. */
    public Parties {
        participating = List.copyOf(participating);
    }

    /** With another department in charge, which has no longer a part besides. */
    public Parties transferredTo(DepartmentCode to) {
        return new Parties(
                to, participating.stream().filter(code -> !code.equals(to)).toList(), contractor);
    }

    /** The department in charge, then the participating ones. */
    public List<DepartmentCode> departments() {
        return Stream.concat(Stream.of(inCharge), participating.stream()).toList();
    }
}
