/**
 * Which municipalities the service keeps checklists for: the one view that spans tenants, because
 * the operator lists them all.
 *
 * <p>Only what a municipality is called and which template it follows may stand here; nothing that
 * belongs to one municipality alone.
 */
@NullMarked
package jp.tenken.query.municipality.directory;

import org.jspecify.annotations.NullMarked;
