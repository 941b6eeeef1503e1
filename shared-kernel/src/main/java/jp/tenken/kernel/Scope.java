package jp.tenken.kernel;

import java.util.Collection;
import java.util.Set;

/**
 * How much of the municipality the caller may touch with an action: all of it, or what belongs to
 * some departments or contractors.
 *
 * @param wholeMunicipality everything; the sets then add nothing
 * @param departments own departments; a contract belongs to its department and to the participating
 *     ones
 * @param contractors own contracts as contractor
 */
public record Scope(
        boolean wholeMunicipality, Set<DepartmentCode> departments, Set<ContractorId> contractors) {

    private static final Scope WHOLE = new Scope(true, Set.of(), Set.of());

    /** Copies both sets. */
    public Scope {
        departments = Set.copyOf(departments);
        contractors = Set.copyOf(contractors);
    }

    /** Everything in the municipality. */
    public static Scope whole() {
        return WHOLE;
    }

    /** What belongs to these departments; an empty set covers nothing. */
    public static Scope ofDepartments(Set<DepartmentCode> departments) {
        return new Scope(false, departments, Set.of());
    }

    /** The contracts of these contractors; an empty set covers nothing. */
    public static Scope ofContractors(Set<ContractorId> contractors) {
        return new Scope(false, Set.of(), contractors);
    }

    /** Whether it is that of somebody of the municipality, and not of contractors alone. */
    public boolean isMunicipal() {
        return wholeMunicipality || !departments.isEmpty();
    }

    /** Whether what belongs to the department is within. */
    public boolean covers(DepartmentCode department) {
        return wholeMunicipality || departments.contains(department);
    }

    /**
     * Whether a contract is within.
     *
     * @param owners its department and the participating ones
     * @param contractor with whom it was concluded
     */
    public boolean covers(Collection<DepartmentCode> owners, ContractorId contractor) {
        return wholeMunicipality
                || owners.stream().anyMatch(departments::contains)
                || contractors.contains(contractor);
    }

    /** Refuses ({@code out-of-scope}) what is not within the whole municipality. */
    public void requireWhole() {
        require(wholeMunicipality);
    }

    /** Refuses ({@code out-of-scope}) what belongs to a department that is not within. */
    public void require(DepartmentCode department) {
        require(covers(department));
    }

    /** Refuses ({@code out-of-scope}) a contract that is not within. */
    public void require(Collection<DepartmentCode> owners, ContractorId contractor) {
        require(covers(owners, contractor));
    }

    private static void require(boolean covered) {
        if (!covered) {
            throw Rejection.forbidden(RejectionCodes.OUT_OF_SCOPE);
        }
    }
}
