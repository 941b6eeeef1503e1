/**
 * The history of a municipality: one row per event, newest first, in words that people read.
 *
 * <p>Beside the entries the view keeps small rows that are never listed: to whom a contract
 * belongs, and what the latest answer of an item is. From them an entry takes what its event does
 * not say, when it is written; no entry is ever changed.
 */
@NullMarked
package jp.tenken.query.history.entries;

import org.jspecify.annotations.NullMarked;
