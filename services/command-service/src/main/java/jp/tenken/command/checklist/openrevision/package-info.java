/**
 * A confirmed checklist is opened again: the new revision begins with the confirmed answers, and
 * the former one stays in force until the new one is confirmed and effective. Only one is open at a
 * time.
 */
@NullMarked
package jp.tenken.command.checklist.openrevision;

import org.jspecify.annotations.NullMarked;
