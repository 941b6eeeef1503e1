/**
 * The draft is handed in for review. Every item must be decided, except those that an open
 * consultation names: they are recorded, and the confirmation waits for them.
 */
@NullMarked
package jp.tenken.command.checklist.submitchecklist;

import org.jspecify.annotations.NullMarked;
