/**
 * It is decided which of the reportable situations (報告対象事態) an incident is. None of them: it need
 * not be reported, and why must be said. Deciding otherwise later replaces it.
 */
@NullMarked
package jp.tenken.command.incident.classifyincident;

import org.jspecify.annotations.NullMarked;
