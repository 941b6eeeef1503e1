/**
 * More, or something else, is known of an incident. What is told replaces what was told before of
 * the same, all else stays as it was; both states stay in the history. Estimates may be told anew
 * for contracts of the incident for which the caller may act.
 */
@NullMarked
package jp.tenken.command.incident.reviseincidentfacts;

import org.jspecify.annotations.NullMarked;
