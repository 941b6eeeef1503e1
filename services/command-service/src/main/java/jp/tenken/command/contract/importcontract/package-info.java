/**
 * A contract is registered from its filled form: registration, opening of the checklist and every
 * decision of the form in one commit, or nothing.
 */
@NullMarked
package jp.tenken.command.contract.importcontract;

import org.jspecify.annotations.NullMarked;
