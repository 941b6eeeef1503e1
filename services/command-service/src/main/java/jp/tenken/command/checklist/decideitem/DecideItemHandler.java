package jp.tenken.command.checklist.decideitem;

import java.util.List;
import java.util.Objects;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractRegistered;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;

final class DecideItemHandler {

    @CommandHandler
    Decision handle(DecideItem command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(DecideItem command, State state) {
        ChecklistOpened opened = state.checklist().openedFor(command.scope());
        OpenChecklist.requireItem(opened, command.itemCode());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        requireDecision(command);
        String id = command.itemCode().value();
        return state.says(command)
                ? Decision.withoutEffect(id, state.version())
                : new Decision(id, state.version() + 1, List.of(decided(command)));
    }

    private static void requireDecision(DecideItem command) {
        if (command.answer() == Answer.UNDECIDED) {
            throw Rejection.invalidField("answer", RejectionCodes.ANSWER_NOT_A_DECISION);
        }
        if (command.answer() == Answer.NOT_NEEDED && command.reason() == null) {
            throw Rejection.invalidField("reason", RejectionCodes.REASON_REQUIRED);
        }
        if (command.changeReason() != null) {
            throw Rejection.invalidField(
                    "changeReason", RejectionCodes.CHANGE_REASON_NOT_APPLICABLE);
        }
    }

    private static ItemDecided decided(DecideItem command) {
        return new ItemDecided(
                command.contractId(),
                1,
                command.itemCode(),
                command.answer(),
                command.reason(),
                command.changeReason(),
                command.note());
    }

    /**
     * The item as it stands.
     *
     * @param checklist the contract and its checklist
     * @param latest the last decision; null while undecided
     * @param version number of decisions
     */
    @EventSourcedEntity
    record State(OpenChecklist checklist, @Nullable ItemDecided latest, long version) {

        @EntityCreator
        State() {
            this(OpenChecklist.NONE, null, 0);
        }

        @EventSourcingHandler
        State evolve(ContractRegistered event) {
            return new State(checklist.evolve(event), latest, version);
        }

        @EventSourcingHandler
        State evolve(ChecklistOpened event) {
            return new State(checklist.evolve(event), latest, version);
        }

        @EventSourcingHandler
        State evolve(ItemDecided event) {
            return new State(checklist, event, version + 1);
        }

        boolean says(DecideItem command) {
            return latest != null
                    && latest.answer() == command.answer()
                    && Objects.equals(latest.reason(), command.reason())
                    && Objects.equals(latest.note(), command.note());
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(DecideItem.Target target) {
            String contract = target.contractId().value();
            return EventCriteria.havingTags(Tags.CONTRACT, contract)
                    .andBeingOneOfTypes(
                            EventCatalogue.nameOf(ContractRegistered.class),
                            EventCatalogue.nameOf(ChecklistOpened.class))
                    .or(
                            EventCriteria.havingTags(
                                            Tags.CONTRACT,
                                            contract,
                                            Tags.ITEM,
                                            target.itemCode().value())
                                    .andBeingOneOfTypes(EventCatalogue.nameOf(ItemDecided.class)));
        }
    }
}
