package jp.tenken.command.form;

import java.util.List;

/**
 * One row of a table in a filled form, as it was written.
 *
 * @param table which table of the document, from 0
 * @param number which row of the document's tables, from 1; 0 for a table's heading row
 * @param cells the texts of its cells from the left, with line feeds where the cell breaks
 */
public record FormRow(int table, int number, List<String> cells) {

    /** Copies the cells. */
    public FormRow {
        cells = List.copyOf(cells);
    }
}
