/**
 * What the slices of this area share: how a contract stands, what must be known to register one,
 * and how the registration is decided from it.
 *
 * <p>Other areas see {@link jp.tenken.command.contract.ContractStanding}: whose a contract is. No
 * command and no handler lives here; the slices do not see each other, they see this.
 */
@NullMarked
package jp.tenken.command.contract;

import org.jspecify.annotations.NullMarked;
