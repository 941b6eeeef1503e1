/**
 * What the slices of the checklist share.
 *
 * <p>No command, no handler and no framework annotation lives here.
 */
@NullMarked
package jp.tenken.command.checklist;

import org.jspecify.annotations.NullMarked;
