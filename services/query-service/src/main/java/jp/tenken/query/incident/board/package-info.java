/**
 * The incidents of a municipality: what is known of each and since when, and by when it is to be
 * reported.
 *
 * <p>Rows hold what was said of an incident; to whom its contracts belong and what their facts
 * suggest is joined when it is read. Texts stay sealed in rows.
 */
@NullMarked
package jp.tenken.query.incident.board;

import org.jspecify.annotations.NullMarked;
