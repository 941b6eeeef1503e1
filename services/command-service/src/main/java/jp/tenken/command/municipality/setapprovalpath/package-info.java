/**
 * A municipality sets the path along which its checklists are approved: head and officer, or the
 * head alone. Reviews that are under way follow the new path from the next step on.
 */
@NullMarked
package jp.tenken.command.municipality.setapprovalpath;

import org.jspecify.annotations.NullMarked;
