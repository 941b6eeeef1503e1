/**
 * The municipality says how a contractor is called from now on, or makes one known before there is
 * a contract with it. Contracts keep the name with which they were concluded.
 */
@NullMarked
package jp.tenken.command.contract.namecontractor;

import org.jspecify.annotations.NullMarked;
