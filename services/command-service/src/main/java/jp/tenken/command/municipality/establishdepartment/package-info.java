/**
 * A department (所管課) is established under the municipality's own code, or called otherwise.
 *
 * <p>A new code establishes, other names for a known code rename, the same again changes nothing.
 * Codes are never reused for another department; succession is a matter of its own.
 */
@NullMarked
package jp.tenken.command.municipality.establishdepartment;

import org.jspecify.annotations.NullMarked;
