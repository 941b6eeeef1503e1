/**
 * Another department takes charge of a contract. It is in charge from now on for everybody who asks
 * whose the contract is; the day is what the departments agreed. A department that participated and
 * takes charge does not participate any more.
 */
@NullMarked
package jp.tenken.command.contract.transfercontract;

import org.jspecify.annotations.NullMarked;
