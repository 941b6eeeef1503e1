package jp.tenken.query;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.edge.security.Caller;
import jp.tenken.edge.security.Realm;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;

/** Callers as their tokens would make them. */
public final class Callers {

    private Callers() {}

    /** Of one municipality, in a role that covers all of it. */
    public static Caller of(MunicipalityCode municipality, Role role) {
        return caller(Set.of(municipality), role, Map.of(), Set.of(), true);
    }

    /** The security officer of several municipalities. */
    public static Caller across(MunicipalityCode... municipalities) {
        return caller(Set.of(municipalities), Role.SECURITY_OFFICER, Map.of(), Set.of(), false);
    }

    /** Staff of some departments. */
    public static Caller staff(MunicipalityCode municipality, String... departments) {
        return caller(
                Set.of(municipality),
                Role.DEPARTMENT_STAFF,
                Map.of(
                        municipality,
                        Stream.of(departments)
                                .map(DepartmentCode::of)
                                .collect(Collectors.toUnmodifiableSet())),
                Set.of(),
                true);
    }

    /** A contractor of a municipality. */
    public static Caller contractor(MunicipalityCode municipality, ContractorId id) {
        return caller(Set.of(municipality), Role.CONTRACTOR, Map.of(), Set.of(id), true);
    }

    /** The operator, with an issuer that may speak for all municipalities or for some. */
    public static Caller operator(MunicipalityCode... realm) {
        Set<MunicipalityCode> codes = Set.of(realm);
        return caller(codes, Role.OPERATOR, Map.of(), Set.of(), codes.isEmpty());
    }

    private static Caller caller(
            Set<MunicipalityCode> municipalities,
            Role role,
            Map<MunicipalityCode, Set<DepartmentCode>> departments,
            Set<ContractorId> contractors,
            boolean everywhere) {
        return new Caller(
                "https://issuer.example",
                "suzuki",
                null,
                municipalities,
                Set.of(role),
                departments,
                contractors,
                new Realm(everywhere, municipalities));
    }
}
