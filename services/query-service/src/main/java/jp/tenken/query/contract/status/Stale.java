package jp.tenken.query.contract.status;

import java.util.Comparator;
import jp.tenken.kernel.ItemCode;
import jp.tenken.query.contract.Cause;

/**
 * A decided item that has to be looked at again.
 *
 * @param itemCode which item
 * @param cause the first change since somebody looked at it
 */
public record Stale(ItemCode itemCode, Cause cause) {

    static final Comparator<Stale> ORDER = Comparator.comparing(Stale::itemCode);
}
