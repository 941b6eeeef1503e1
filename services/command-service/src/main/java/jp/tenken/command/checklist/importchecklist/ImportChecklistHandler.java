package jp.tenken.command.checklist.importchecklist;

import java.util.ArrayList;
import java.util.List;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.checklist.DecisionRule;
import jp.tenken.command.checklist.ItemStanding;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.command.form.FilledForm;
import jp.tenken.command.form.FormAnswer;
import jp.tenken.command.form.ItemTexts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.template.ChecklistTemplate;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class ImportChecklistHandler {

    @CommandHandler
    Decision handle(ImportChecklist command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(ImportChecklist command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.open().requireRunning();
        ChecklistTemplate template = OpenChecklist.templateOf(opened);
        FilledForm form = FilledForm.read(command.rows(), template, ItemTexts.of(template));
        List<ChecklistEvent> events = new ArrayList<>();
        for (FormAnswer answer : form.answers()) {
            if (answer.answer() != Answer.UNDECIDED) {
                ItemStanding item = state.answers().of(answer.itemCode());
                DecisionRule.decide(
                                command.contractId(),
                                state.review(),
                                state.consultations().agreements(),
                                item,
                                wanted(answer, item))
                        .ifPresent(events::add);
            }
        }
        return state.decision(command.contractId(), events);
    }

    /** A form has no notes, so it takes none away. */
    private static WantedDecision wanted(FormAnswer answer, ItemStanding item) {
        return new WantedDecision(
                answer.itemCode(),
                answer.answer(),
                answer.reason(),
                null,
                item.latest() == null ? null : item.latest().note());
    }
}
