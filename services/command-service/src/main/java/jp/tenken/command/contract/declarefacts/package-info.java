/**
 * Somebody declares how personal information is handled under a contract. All facts are said anew
 * each time; the same again is no news. Facts warn and suggest, they decide nothing.
 */
@NullMarked
package jp.tenken.command.contract.declarefacts;

import org.jspecify.annotations.NullMarked;
