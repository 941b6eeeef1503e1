/**
 * The feed that others pull: pages of events behind a cursor, with or without waiting for news, and
 * where the history ends.
 *
 * <p>Only parameters, cursors, headers and waiting live here; what an event looks like is the
 * feed's.
 */
@NullMarked
package jp.tenken.integration.feed.pull;

import org.jspecify.annotations.NullMarked;
