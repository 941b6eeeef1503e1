package jp.tenken.edge;

import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as it is recorded with the events.
 *
 * @param subject the caller's subject as its token says
 * @param role the one of the caller's roles that permits what it does; where several do, the one
 *     that reaches furthest
 * @param department the caller's department in this municipality; null where it has none or several
 * @param displayName the name that the token claims; for the erasable directory only, never for an
 *     event
 */
public record Actor(
        String subject,
        Role role,
        @Nullable DepartmentCode department,
        @Nullable String displayName) {}
