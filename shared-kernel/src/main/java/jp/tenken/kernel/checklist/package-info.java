/**
 * The checklist of a contract: which items it has, what was decided on each, and how its revisions
 * were reviewed and came into force.
 *
 * <p>Here live the events under the sealed {@link jp.tenken.kernel.checklist.ChecklistEvent}, those
 * of evidence under {@link jp.tenken.kernel.checklist.EvidenceEvent}, and the values that they
 * carry. The version of a checklist is the number of its {@code ChecklistEvent}s; the version of an
 * item is the number of decisions, revised decisions and reconfirmations of it, 0 while it never
 * had one, and never falls, not even when a revision is discarded.
 */
@NullMarked
package jp.tenken.kernel.checklist;

import org.jspecify.annotations.NullMarked;
