/**
 * A contract is amended (変更契約): number, title, period or participating departments, as far as they
 * are said. The reason is always recorded, also where only the departments change. An amendment
 * that changes nothing is no news.
 */
@NullMarked
package jp.tenken.command.contract.amendcontract;

import org.jspecify.annotations.NullMarked;
