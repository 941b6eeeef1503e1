/**
 * More, or something else, is known of an incident. What is told is complete and replaces what was
 * told before; both stay in the history. Estimates may be told anew for contracts of the incident
 * for which the caller may act.
 */
@NullMarked
package jp.tenken.command.incident.reviseincidentfacts;

import org.jspecify.annotations.NullMarked;
