/**
 * The answers of a filled form are taken into the checklist of a contract that is registered
 * already: one event for each item that the form decides otherwise, all in one commit, or nothing.
 *
 * <p>A blank row leaves the item as it is; a form does not undo decisions.
 */
@NullMarked
package jp.tenken.command.checklist.importchecklist;

import org.jspecify.annotations.NullMarked;
