/**
 * What the slices of incidents (事案) share: how an incident stands, whose its contracts are, and
 * what its endpoints have in common.
 *
 * <p>An incident concerns one contract or several. Who names contracts must be allowed to act for
 * each of them; who goes on with an incident, for one of them. No command and no handler lives
 * here; slices see this package and not each other.
 */
@NullMarked
package jp.tenken.command.incident;

import org.jspecify.annotations.NullMarked;
