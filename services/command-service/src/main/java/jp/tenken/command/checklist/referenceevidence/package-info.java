/**
 * Somebody refers to a document that shows what is agreed or done for some items. The document
 * stays where it is; only the reference is kept. Possible at any time, also after the contract's
 * end.
 */
@NullMarked
package jp.tenken.command.checklist.referenceevidence;

import org.jspecify.annotations.NullMarked;
