package jp.tenken.edge.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads a caller from the claims of a verified token. A claim of another shape than the contract's
 * is a bad token, not an absent claim: whoever writes {@code "roles": "auditor"} must learn of it.
 */
final class CallerClaims {

    private static final int MOST_ENTRIES = 2000;
    private static final int LONGEST_NAME = 120;

    private final String issuer;
    private final ClaimNames names;
    private final Realm realm;

    /** For tokens of one issuer. */
    CallerClaims(String issuer, ClaimNames names, Realm realm) {
        this.issuer = issuer;
        this.names = names;
        this.realm = realm;
    }

    /**
     * The caller, with nothing for which the issuer may not speak.
     *
     * @throws TokenRefused {@code token-invalid} naming the claim that is not as it must be
     */
    Caller read(Map<String, Object> claims) {
        Set<MunicipalityCode> municipalities = new HashSet<>();
        for (String code : texts(claims, names.municipalities())) {
            MunicipalityCode municipality = municipality(code, names.municipalities());
            if (realm.covers(municipality)) {
                municipalities.add(municipality);
            }
        }
        return new Caller(
                issuer,
                subject(claims),
                name(claims),
                municipalities,
                roles(claims),
                departments(claims, municipalities),
                contractors(claims),
                realm);
    }

    private static String subject(Map<String, Object> claims) {
        if (claims.get("sub") instanceof String subject && isShowable(subject)) {
            return subject;
        }
        throw TokenRefused.invalid("sub");
    }

    private static boolean isShowable(String subject) {
        try {
            return Caller.SUBJECT.optional("sub", subject) != null;
        } catch (Rejection unprintable) {
            return false;
        }
    }

    private @Nullable String name(Map<String, Object> claims) {
        Object name = claim(claims, names.name());
        if (name == null) {
            return null;
        }
        if (!(name instanceof String text)) {
            throw TokenRefused.invalid(names.name());
        }
        String shown = text.strip();
        return shown.isEmpty() ? null : shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = new HashSet<>();
        for (String text : texts(claims, names.roles())) {
            for (Role role : Role.values()) {
                if (role.value().equals(text)) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private Map<MunicipalityCode, Set<DepartmentCode>> departments(
            Map<String, Object> claims, Set<MunicipalityCode> municipalities) {
        Map<MunicipalityCode, Set<DepartmentCode>> departments = new HashMap<>();
        for (String text : texts(claims, names.departments())) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw TokenRefused.invalid(names.departments());
            }
            MunicipalityCode municipality =
                    municipality(text.substring(0, slash), names.departments());
            DepartmentCode department;
            try {
                department = DepartmentCode.of(text.substring(slash + 1));
            } catch (Rejection invalid) {
                throw TokenRefused.invalid(names.departments());
            }
            if (municipalities.contains(municipality)) {
                departments.computeIfAbsent(municipality, code -> new HashSet<>()).add(department);
            }
        }
        departments.replaceAll((code, own) -> Set.copyOf(own));
        return departments;
    }

    private Set<ContractorId> contractors(Map<String, Object> claims) {
        Set<ContractorId> contractors = new HashSet<>();
        for (String text : texts(claims, names.contractors())) {
            try {
                contractors.add(ContractorId.of(text));
            } catch (Rejection invalid) {
                throw TokenRefused.invalid(names.contractors());
            }
        }
        return contractors;
    }

    private static MunicipalityCode municipality(String code, String claim) {
        try {
            return MunicipalityCode.of(code);
        } catch (Rejection invalid) {
            throw TokenRefused.invalid(claim);
        }
    }

    private static List<String> texts(Map<String, Object> claims, String name) {
        Object claim = claim(claims, name);
        if (claim == null) {
            return List.of();
        }
        if (!(claim instanceof List<?> entries) || entries.size() > MOST_ENTRIES) {
            throw TokenRefused.invalid(name);
        }
        List<String> texts = new ArrayList<>(entries.size());
        for (Object entry : entries) {
            if (!(entry instanceof String text)) {
                throw TokenRefused.invalid(name);
            }
            texts.add(text);
        }
        return texts;
    }

    private static @Nullable Object claim(Map<String, Object> claims, String name) {
        Object direct = claims.get(name);
        int dot = name.indexOf('.');
        if (direct != null || dot < 0) {
            return direct;
        }
        if (claims.get(name.substring(0, dot)) instanceof Map<?, ?> nested) {
            Map<String, Object> inner = new HashMap<>();
            nested.forEach((key, value) -> inner.put(String.valueOf(key), value));
            return claim(inner, name.substring(dot + 1));
        }
        return null;
    }
}
