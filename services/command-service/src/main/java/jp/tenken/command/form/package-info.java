/**
 * Reading a filled form: from the document to rows, from rows to answers.
 *
 * <p>Everything is pure and tolerant of real documents: shifted columns, line breaks in cells, both
 * kinds of brackets, all circles and dashes that people type. Rows are matched to items by what
 * they say, never by where they stand. What cannot be read is a violation of its row; a form is
 * read whole or not at all. No command, no event store.
 */
@NullMarked
package jp.tenken.command.form;

import org.jspecify.annotations.NullMarked;
