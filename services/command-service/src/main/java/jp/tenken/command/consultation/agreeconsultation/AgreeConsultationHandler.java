package jp.tenken.command.consultation.agreeconsultation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.command.checklist.Ground;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.Review;
import jp.tenken.command.checklist.Stage;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.command.consultation.ConsultedContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Topic;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class AgreeConsultationHandler {

    private final ConsultedContracts contracts;

    AgreeConsultationHandler(ConsultedContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            AgreeConsultation command,
            @InjectEntity Consultation state,
            ProcessingContext context) {
        return contracts.of(state, context).thenApply(contract -> decide(command, state, contract));
    }

    static Decision decide(
            AgreeConsultation command, Consultation state, ConsultedContract contract) {
        ConsultationOpened opened =
                state.openedFor(contract, command.scope(), command.expectedVersion());
        List<ItemCode> items =
                command.itemCodes() == null ? opened.itemCodes() : command.itemCodes();
        OpenChecklist.requireItems(contract.open().openedFor(command.scope()), items);
        contract.requireRunningFor(opened.topic());
        state.requireOpen();
        Review review = contract.review();
        boolean opens =
                review.stage() == Stage.CONFIRMED && !items.isEmpty() && !contract.open().closed();
        int revision = opens ? review.last() + 1 : review.revision();
        ConsultationAgreed agreed =
                new ConsultationAgreed(
                        command.consultationId(),
                        opened.contractId(),
                        revision,
                        command.measures(),
                        items,
                        command.effectiveOn());
        return opens ? state.decision(agreed, revision(opened, revision)) : state.decision(agreed);
    }

    private static RevisionOpened revision(ConsultationOpened opened, int number) {
        boolean policy = opened.topic() == Topic.POLICY_CHANGE;
        return new RevisionOpened(
                opened.contractId(),
                number,
                policy ? RevisionKind.POLICY_CHANGE : RevisionKind.MEASURE_CHANGE,
                Ground.agreed(opened.topic(), opened.consultationId()).reason(),
                opened.consultationId());
    }
}
