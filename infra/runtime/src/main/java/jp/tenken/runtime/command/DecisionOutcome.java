package jp.tenken.runtime.command;

import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.kernel.Decision;

/**
 * What a handled command leaves for the dispatcher: the decision, and the scope in which the
 * receipt is found once the unit of work has committed.
 */
record DecisionOutcome(Decision decision, AppendScope scope) {}
