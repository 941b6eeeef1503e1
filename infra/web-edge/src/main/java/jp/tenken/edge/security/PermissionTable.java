package jp.tenken.edge.security;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who may what. What no line grants is refused. Immutable.
 *
 * <p>Grants for operators ({@link Grant#OPERATOR_GRANT}) count as none until the municipality can
 * give them.
 */
public final class PermissionTable {

    // staff, head, officer, administrator, auditor, contractor, integrator, operator
    private static final Role[] COLUMNS = {
        Role.DEPARTMENT_STAFF,
        Role.DEPARTMENT_HEAD,
        Role.SECURITY_OFFICER,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.CONTRACTOR,
        Role.INTEGRATOR,
        Role.OPERATOR
    };

    private final Map<Action, Map<Role, Grant>> lines = new EnumMap<>(Action.class);

    /** The table of this service. */
    public PermissionTable() {
        line(Action.READ_CONTRACTS, "D D M M M C - grant");
        line(Action.READ_HISTORY, "D D M M M C - grant");
        line(Action.REGISTER_CONTRACT, "D D M M - - - -");
        line(Action.RECORD_DUTY, "D D M M - C - -");
        line(Action.DECIDE, "D D M - - - - -");
        line(Action.APPROVE, "- D M - - - - -");
        line(Action.CONFIRM, "- - M - - - - -");
        line(Action.REPORT_INCIDENT, "D D M M - C - -");
        line(Action.HANDLE_INCIDENT, "- D M - - - - -");
        line(Action.OPEN_CONSULTATION, "D D M M - C - -");
        line(Action.SETTLE_CONSULTATION, "- D M - - - - -");
        line(Action.MANAGE_MUNICIPALITY, "- - - M - - - -");
        line(Action.MANAGE_TEMPLATES, "- - M M - - - -");
        line(Action.ERASE_PERSONAL_DATA, "- - M M - - - -");
        line(Action.READ_ACCESS_LOG, "- - M M M - - -");
        line(Action.READ_FEED, "- - M M M - M -");
        line(Action.MANAGE_SUBSCRIPTIONS, "- - - M - - M -");
        line(Action.READ_MUNICIPALITY, "M M M M M M M all");
        line(Action.ONBOARD_MUNICIPALITY, "- - - - - - - all");
        line(Action.LIST_MUNICIPALITIES, "- - - - - - - all");
        line(Action.READ_OVERVIEW, "- - M M M - - -");
    }

    /** The table as data, for people and tests: every action with the grant of every role. */
    public Map<Action, Map<Role, Grant>> lines() {
        return Collections.unmodifiableMap(lines);
    }

    /** What a role may with an action. */
    public Grant grant(Action action, Role role) {
        return lines.getOrDefault(action, Map.of()).getOrDefault(role, Grant.NONE);
    }

    /**
     * What a caller may with an action in a municipality: the union over its roles.
     *
     * @throws Refusal {@code not-found} when the municipality is not the caller's, so that nobody
     *     learns which ones there are; {@code permission-denied} when it is, but no role permits
     *     the action
     */
    public Permission require(Caller caller, Action action, MunicipalityCode municipality) {
        boolean own = caller.municipalities().contains(municipality);
        boolean everywhere = caller.realm().covers(municipality);
        boolean whole = false;
        Set<DepartmentCode> departments = new HashSet<>();
        Set<ContractorId> contractors = new HashSet<>();
        Role furthest = null;
        Grant reach = Grant.NONE;
        for (Role role : caller.roles()) {
            Grant grant = grant(action, role);
            boolean holds =
                    switch (grant) {
                        case NONE, OPERATOR_GRANT -> false;
                        case CONTRACTORS -> own && !caller.contractors().isEmpty();
                        case DEPARTMENTS -> own && !caller.departmentsIn(municipality).isEmpty();
                        case MUNICIPALITY -> own;
                        case ALL -> everywhere;
                    };
            if (!holds) {
                continue;
            }
            if (grant == Grant.DEPARTMENTS) {
                departments.addAll(caller.departmentsIn(municipality));
            }
            if (grant == Grant.CONTRACTORS) {
                contractors.addAll(caller.contractors());
            }
            whole |= grant == Grant.MUNICIPALITY || grant == Grant.ALL;
            if (furthest == null || further(grant, role, reach, furthest)) {
                furthest = role;
                reach = grant;
            }
        }
        if (furthest == null) {
            throw Refusal.of(own ? "permission-denied" : "not-found");
        }
        return new Permission(
                furthest, whole ? Scope.whole() : new Scope(false, departments, contractors));
    }

    /**
     * That a caller may do something that belongs to no single municipality.
     *
     * @throws Refusal {@code permission-denied} when no role permits it
     */
    public Permission require(Caller caller, Action action) {
        Role furthest = null;
        for (Role role : caller.roles()) {
            Grant grant = grant(action, role);
            if ((grant == Grant.MUNICIPALITY || grant == Grant.ALL)
                    && (furthest == null
                            || further(grant, role, grant(action, furthest), furthest))) {
                furthest = role;
            }
        }
        if (furthest == null) {
            throw Refusal.of("permission-denied");
        }
        return new Permission(furthest, Scope.whole());
    }

    // The order of a set must not decide which role is recorded.
    private static boolean further(Grant grant, Role role, Grant reach, @Nullable Role furthest) {
        int byReach = grant.compareTo(reach);
        return byReach > 0 || (byReach == 0 && furthest != null && role.compareTo(furthest) < 0);
    }

    private void line(Action action, String grants) {
        String[] cells = grants.split(" ", -1);
        if (cells.length != COLUMNS.length) {
            throw new IllegalStateException(action + " does not answer for every role");
        }
        Map<Role, Grant> line = new EnumMap<>(Role.class);
        for (int i = 0; i < cells.length; i++) {
            line.put(COLUMNS[i], of(cells[i]));
        }
        lines.put(action, Collections.unmodifiableMap(line));
    }

    private static Grant of(String symbol) {
        for (Grant grant : Grant.values()) {
            if (grant.symbol().equals(symbol)) {
                return grant;
            }
        }
        throw new IllegalStateException("no grant is written " + symbol);
    }
}
