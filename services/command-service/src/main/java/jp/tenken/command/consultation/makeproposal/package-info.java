/** Another proposal is put on the table, by either side, while the consultation is open. */
@NullMarked
package jp.tenken.command.consultation.makeproposal;

import org.jspecify.annotations.NullMarked;
