/**
 * The checklist of a contract: which items it has and what was decided on each.
 *
 * <p>Here live the events under the sealed {@link jp.tenken.kernel.checklist.ChecklistEvent} and
 * the answers. The version of a checklist is the number of its {@code ChecklistEvent}s; the version
 * of an item is the number of decisions on it, 0 while it is undecided.
 */
@NullMarked
package jp.tenken.kernel.checklist;

import org.jspecify.annotations.NullMarked;
