package jp.tenken.command.contract.importcontract;

import java.util.ArrayList;
import java.util.List;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.contract.RegistrationBoundary;
import jp.tenken.command.contract.RegistrationState;
import jp.tenken.command.form.FilledForm;
import jp.tenken.command.form.FormAnswer;
import jp.tenken.command.form.ItemTexts;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.template.ChecklistTemplate;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;

final class ImportContractHandler {

    @CommandHandler
    Decision handle(ImportContract command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(ImportContract command, State state) {
        List<Object> events = new ArrayList<>(state.known().register(command.registration()));
        ChecklistOpened opened = (ChecklistOpened) events.getLast();
        long version = events.stream().filter(ContractEvent.class::isInstance).count();
        ChecklistTemplate template = OpenChecklist.templateOf(opened);
        FilledForm form = FilledForm.read(command.rows(), template, ItemTexts.of(template));
        for (FormAnswer answer : form.answers()) {
            if (answer.answer() != Answer.UNDECIDED) {
                events.add(decided(opened.contractId(), answer));
            }
        }
        return new Decision(opened.contractId().value(), version, events);
    }

    private static ItemDecided decided(ContractId contractId, FormAnswer answer) {
        return new ItemDecided(
                contractId, 1, answer.itemCode(), answer.answer(), answer.reason(), null, null);
    }

    /**
     * What the municipality has of what the command names.
     *
     * @param known template, departments, contracts
     */
    @EventSourcedEntity
    record State(RegistrationState known) {

        @EntityCreator
        State() {
            this(RegistrationState.EMPTY);
        }

        @EventSourcingHandler
        State evolve(TemplateAdopted event) {
            return new State(known.evolve(event));
        }

        @EventSourcingHandler
        State evolve(DepartmentEstablished event) {
            return new State(known.evolve(event));
        }

        @EventSourcingHandler
        State evolve(ContractRegistered event) {
            return new State(known.evolve(event));
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(RegistrationBoundary boundary) {
            return boundary.criteria();
        }
    }
}
