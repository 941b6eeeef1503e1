package jp.tenken.edge.security;

import java.util.Map;
import java.util.Set;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a verified token of a trusted issuer says; nothing in it goes beyond what that
 * issuer may say.
 *
 * @param issuer which issuer vouches
 * @param subject the caller within the issuer
 * @param name for people to read; null when the token has none
 * @param municipalities those of the token for which the issuer may speak
 * @param roles in all of its municipalities; those that are not ours are left out
 * @param departments own departments by municipality
 * @param contractors what it is as contractor
 * @param realm all municipalities for which the issuer may speak
 */
public record Caller(
        String issuer,
        String subject,
        @Nullable String name,
        Set<MunicipalityCode> municipalities,
        Set<Role> roles,
        Map<MunicipalityCode, Set<DepartmentCode>> departments,
        Set<ContractorId> contractors,
        Realm realm) {

    /**
     * How a caller may be called. A subject stands in every history, so it is a text that people
     * can read; it may hold anything else.
     */
    public static final TextRule SUBJECT = new TextRule(255, false);

    /** Copies all collections. */
    public Caller {
        municipalities = Set.copyOf(municipalities);
        roles = Set.copyOf(roles);
        departments = Map.copyOf(departments);
        contractors = Set.copyOf(contractors);
    }

    /** Own departments in a municipality; empty where it has none. */
    public Set<DepartmentCode> departmentsIn(MunicipalityCode municipality) {
        return departments.getOrDefault(municipality, Set.of());
    }
}
