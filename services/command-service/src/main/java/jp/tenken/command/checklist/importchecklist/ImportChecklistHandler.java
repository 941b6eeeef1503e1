package jp.tenken.command.checklist.importchecklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.form.FilledForm;
import jp.tenken.command.form.FormAnswer;
import jp.tenken.command.form.ItemTexts;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.template.ChecklistTemplate;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;

final class ImportChecklistHandler {

    @CommandHandler
    Decision handle(ImportChecklist command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(ImportChecklist command, State state) {
        ChecklistOpened opened = state.checklist().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        ChecklistTemplate template = OpenChecklist.templateOf(opened);
        FilledForm form = FilledForm.read(command.rows(), template, ItemTexts.of(template));
        List<Object> events = new ArrayList<>();
        for (FormAnswer answer : form.answers()) {
            ItemDecided before = state.latest().get(answer.itemCode());
            if (answer.answer() != Answer.UNDECIDED && !says(before, answer)) {
                events.add(decided(command.contractId(), answer, before));
            }
        }
        return new Decision(command.contractId().value(), state.version() + events.size(), events);
    }

    private static boolean says(@Nullable ItemDecided before, FormAnswer answer) {
        return before != null
                && before.answer() == answer.answer()
                && Objects.equals(before.reason(), answer.reason());
    }

    /** A form has no notes, so it takes none away. */
    private static ItemDecided decided(
            ContractId contractId, FormAnswer answer, @Nullable ItemDecided before) {
        return new ItemDecided(
                contractId,
                1,
                answer.itemCode(),
                answer.answer(),
                answer.reason(),
                null,
                before == null ? null : before.note());
    }

    /**
     * The whole checklist as it stands.
     *
     * @param checklist the contract and its checklist
     * @param latest the last decision on each decided item
     * @param version number of events that changed the checklist
     */
    @EventSourcedEntity
    record State(OpenChecklist checklist, Map<ItemCode, ItemDecided> latest, long version) {

        State {
            latest = Map.copyOf(latest);
        }

        @EntityCreator
        State() {
            this(OpenChecklist.NONE, Map.of(), 0);
        }

        @EventSourcingHandler
        State evolve(ContractRegistered event) {
            return new State(checklist.evolve(event), latest, version);
        }

        @EventSourcingHandler
        State evolve(ChecklistOpened event) {
            return new State(checklist.evolve(event), latest, version + 1);
        }

        @EventSourcingHandler
        State evolve(ItemDecided event) {
            Map<ItemCode, ItemDecided> more = new HashMap<>(latest);
            more.put(event.itemCode(), event);
            return new State(checklist, more, version + 1);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(ContractId contractId) {
            return EventCriteria.havingTags(Tags.CONTRACT, contractId.value())
                    .andBeingOneOfTypes(
                            EventCatalogue.nameOf(ContractRegistered.class),
                            EventCatalogue.nameOf(ChecklistOpened.class),
                            EventCatalogue.nameOf(ItemDecided.class));
        }
    }
}
