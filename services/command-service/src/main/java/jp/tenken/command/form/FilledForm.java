package jp.tenken.command.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateItem;

/**
 * A form that was read whole: one answer for each item of the template, in its order.
 *
 * @param answers as many as the template has items
 */
public record FilledForm(List<FormAnswer> answers) {

    /** Copies the answers. */
    public FilledForm {
        answers = List.copyOf(answers);
    }

    /**
     * Reads the rows against a template.
     *
     * @throws Rejection {@code import-table-missing} where no table has an item, {@code
     *     import-rows-invalid} with one violation for each row that cannot be read and each item
     *     that has none
     */
    public static FilledForm read(List<FormRow> rows, ChecklistTemplate template, ItemTexts texts) {
        Set<Integer> formTables = tablesWithItems(rows, texts);
        if (formTables.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.IMPORT_TABLE_MISSING);
        }
        FormReading reading = new FormReading(template, texts);
        rows.stream().filter(row -> formTables.contains(row.table())).forEach(reading::add);
        Map<ItemCode, FormAnswer> read = reading.finish();
        List<FormAnswer> inOrder = new ArrayList<>();
        for (TemplateItem item : template.items()) {
            FormAnswer answer = read.get(item.itemCode());
            if (answer != null) {
                inOrder.add(answer);
            }
        }
        return new FilledForm(inOrder);
    }

    /** How many answers there are of each kind; none is missing. */
    public Map<Answer, Integer> tally() {
        Map<Answer, Integer> tally = new LinkedHashMap<>();
        for (Answer answer : Answer.values()) {
            int count = 0;
            for (FormAnswer given : answers) {
                count += given.answer() == answer ? 1 : 0;
            }
            tally.put(answer, count);
        }
        return tally;
    }

    /** Other tables of the document (the contract's data, signatures) are none of our business. */
    private static Set<Integer> tablesWithItems(List<FormRow> rows, ItemTexts texts) {
        Set<Integer> tables = new HashSet<>();
        for (FormRow row : rows) {
            if (row.cells().stream().anyMatch(cell -> texts.find(cell).isPresent())) {
                tables.add(row.table());
            }
        }
        return tables;
    }
}
