package jp.tenken.command.form;

import java.util.List;
import java.util.Map;
import jp.tenken.edge.Receipt;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateWording;

/**
 * What an import answers.
 *
 * @param id of the contract
 * @param sequence the municipality's sequence that contains the import
 * @param imported how many answers of each kind the form has
 */
public record ImportAnswer(String id, long sequence, Imported imported) {

    /**
     * Answers of a form by kind.
     *
     * @param implement ○
     * @param notNeeded －
     * @param undecided blank
     */
    public record Imported(int implement, int notNeeded, int undecided) {}

    /**
     * The answer to an import that succeeded.
     *
     * <p>The figures follow from the form alone, so that a repeated request gets the same ones;
     * that the rows are in the municipality's words was checked by the command.
     */
    public static ImportAnswer of(Receipt receipt, List<FormRow> rows) {
        Map<Answer, Integer> tally =
                FilledForm.read(
                                rows,
                                BuiltInTemplates.shinjuku(TemplateWording.SHINJUKU),
                                ItemTexts.inAnyWording())
                        .tally();
        return new ImportAnswer(
                receipt.id(),
                receipt.sequence(),
                new Imported(
                        tally.getOrDefault(Answer.IMPLEMENT, 0),
                        tally.getOrDefault(Answer.NOT_NEEDED, 0),
                        tally.getOrDefault(Answer.UNDECIDED, 0)));
    }
}
