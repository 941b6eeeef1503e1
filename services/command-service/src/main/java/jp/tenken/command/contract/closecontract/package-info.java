/**
 * A contract comes to its end: completed, terminated, never concluded, or registered in error.
 * Nothing is decided or changed about it any more; incidents, evidence and what the end obliges to
 * go on.
 */
@NullMarked
package jp.tenken.command.contract.closecontract;

import org.jspecify.annotations.NullMarked;
