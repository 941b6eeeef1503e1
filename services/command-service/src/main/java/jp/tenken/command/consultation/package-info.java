/**
 * What the slices of consultations (協議) share: how a consultation stands, and the contract that it
 * is about with the revision of its checklist.
 *
 * <p>Open → agreed, refused or withdrawn → closed; open → closed too. What is said is sealed before
 * there is a command. No command and no handler lives here; slices see this package and not each
 * other.
 */
@NullMarked
package jp.tenken.command.consultation;

import org.jspecify.annotations.NullMarked;
