package jp.tenken.eventstore.append;

import jp.tenken.eventstore.Criteria;

/**
 * The condition of an append: no event of the tenant that matches may stand behind a position.
 *
 * @param criteria what must not have happened
 * @param after position up to which the writer has seen the log; 0 = nothing
 */
public record AppendGuard(Criteria criteria, long after) {}
