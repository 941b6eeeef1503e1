/**
 * Somebody of the municipality or of a contractor reports an incident over one contract or several.
 * Who reports must be allowed to act for each of them: a contractor, for its own. A contract that
 * was closed may be concerned like any other.
 */
@NullMarked
package jp.tenken.command.incident.reportincident;

import org.jspecify.annotations.NullMarked;
