/**
 * The checklist of a contract as a sheet: every item with its text in the municipality's own words,
 * its answer, who gave it, and what looks odd.
 *
 * <p>The row keeps decisions and which template they answer; the texts follow from the template
 * when the sheet is read. Hints warn and never block, so nothing outside this package may depend on
 * them.
 */
@NullMarked
package jp.tenken.query.checklist.sheet;

import org.jspecify.annotations.NullMarked;
