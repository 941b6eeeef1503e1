package jp.tenken.command.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateItem;

/**
 * One pass over the rows of a form, collecting answers and violations.
 *
 * <p>The item's text says which item a row is, and the answer stands in the cell to its left: so it
 * does not matter whether a heading cell that spans rows was lost and the columns moved.
 */
final class FormReading {

    private final ChecklistTemplate template;
    private final ItemTexts texts;
    private final Map<ItemCode, FormAnswer> answers = new HashMap<>();
    private final Map<ItemCode, Integer> rowOf = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    FormReading(ChecklistTemplate template, ItemTexts texts) {
        this.template = template;
        this.texts = texts;
    }

    void add(FormRow row) {
        OptionalInt textColumn =
                IntStream.range(0, row.cells().size())
                        .filter(column -> texts.find(row.cells().get(column)).isPresent())
                        .findFirst();
        if (textColumn.isPresent()) {
            String text = row.cells().get(textColumn.getAsInt());
            texts.find(text).ifPresent(item -> addItem(row, item, textColumn.getAsInt()));
        } else if (!isHeading(row)) {
            violate(row, RejectionCodes.ROW_ITEM_UNKNOWN, Map.of());
        }
    }

    /**
     * What was read.
     *
     * @throws Rejection {@code import-rows-invalid} where anything is in error
     */
    Map<ItemCode, FormAnswer> finish() {
        for (TemplateItem item : template.items()) {
            if (!rowOf.containsKey(item.itemCode())) {
                violations.add(
                        new Violation(
                                "rows",
                                RejectionCodes.ROW_ITEM_MISSING,
                                Map.of("itemCode", item.itemCode().value())));
            }
        }
        if (!violations.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.IMPORT_ROWS_INVALID, violations);
        }
        return answers;
    }

    private void addItem(FormRow row, ItemCode item, int textColumn) {
        if (rowOf.putIfAbsent(item, row.number()) != null) {
            violate(row, RejectionCodes.ROW_ITEM_REPEATED, Map.of("itemCode", item.value()));
            return;
        }
        Optional<AnswerCell> cell = AnswerCell.read(answerBeside(row.cells(), textColumn));
        if (cell.isEmpty()) {
            violate(row, RejectionCodes.ROW_SYMBOL_UNREADABLE, Map.of("itemCode", item.value()));
            return;
        }
        answer(row, item, cell.get());
    }

    private void answer(FormRow row, ItemCode item, AnswerCell cell) {
        try {
            String reason = TextRule.REASON.optional("reason", cell.reason());
            if (cell.answer() == Answer.NOT_NEEDED && reason == null) {
                violate(row, RejectionCodes.REASON_REQUIRED, Map.of("itemCode", item.value()));
                return;
            }
            answers.put(item, new FormAnswer(item, cell.answer(), reason));
        } catch (Rejection unprintable) {
            violate(row, unprintable.code(), unprintable.parameters());
        }
    }

    private static String answerBeside(List<String> cells, int textColumn) {
        if (textColumn > 0) {
            return cells.get(textColumn - 1);
        }
        return cells.size() > 1 ? cells.get(1) : "";
    }

    /** Blank rows, the heading row of a table, and rows that only name a section. */
    private boolean isHeading(FormRow row) {
        return row.number() == 0 || row.cells().stream().allMatch(this::isHeadingCell);
    }

    private boolean isHeadingCell(String cell) {
        String text = cell.strip();
        return text.isEmpty()
                || template.sections().stream()
                        .anyMatch(
                                section ->
                                        text.endsWith("【" + section.titleJa() + "】")
                                                || text.equals(section.titleJa())
                                                || text.equals(section.titleEn()));
    }

    private void violate(FormRow row, String code, Map<String, String> parameters) {
        violations.add(new Violation("rows[%d]".formatted(row.number()), code, parameters));
    }
}
