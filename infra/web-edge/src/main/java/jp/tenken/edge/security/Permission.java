package jp.tenken.edge.security;

import jp.tenken.kernel.Role;
import jp.tenken.kernel.Scope;

/**
 * That a caller may do something in a municipality.
 *
 * @param role by which it may; where several do, the one that reaches furthest
 * @param scope how much of the municipality it covers, over all of the caller's roles
 */
public record Permission(Role role, Scope scope) {}
