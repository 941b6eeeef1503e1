/**
 * What the slices that register a contract share: what must be known, and how the registration is
 * decided from it.
 *
 * <p>No command, no handler and no framework annotation lives here; the slices do not see each
 * other, they see this.
 */
@NullMarked
package jp.tenken.command.contract;

import org.jspecify.annotations.NullMarked;
