package jp.tenken.command.consultation;

import java.util.concurrent.CompletableFuture;
import jp.tenken.kernel.consultation.ConsultationOpened;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.StateManager;

/**
 * Sources the contract of a consultation. Which it is is known only once the consultation itself
 * was sourced; it joins it in the same unit of work, and what happens to it meanwhile is a conflict
 * like any other.
 *
 * @param states knows how entities are sourced
 */
public record ConsultedContracts(StateManager states) {

    private static final ConsultedContract NONE = new ConsultedContract();

    /** How its contract stands; nothing known where nobody opened the consultation. */
    public CompletableFuture<ConsultedContract> of(
            Consultation consultation, ProcessingContext context) {
        ConsultationOpened opened = consultation.opened();
        return opened == null
                ? CompletableFuture.completedFuture(NONE)
                : states.loadEntity(ConsultedContract.class, opened.contractId(), context);
    }
}
