/**
 * Checklist templates (ひな形): sections, items and their texts, in the words of a municipality.
 *
 * <p>Here live the shape of a template, the built-in one (its texts are a resource beside this
 * package), and the wording by which it speaks of a municipality. A version of a template is
 * immutable: checklists that pinned it must read the same for ever.
 */
@NullMarked
package jp.tenken.kernel.template;

import org.jspecify.annotations.NullMarked;
