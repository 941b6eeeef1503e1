/** The report was a mistake: there was no incident. Why must be said. */
@NullMarked
package jp.tenken.command.incident.withdrawincident;

import org.jspecify.annotations.NullMarked;
