/**
 * Along which path a municipality approves its checklists: who acts after a submission, in order.
 *
 * <p>Only the path itself may stand here; how far a checklist has come on it belongs to its sheet.
 */
@NullMarked
package jp.tenken.query.municipality.approvalpath;

import org.jspecify.annotations.NullMarked;
