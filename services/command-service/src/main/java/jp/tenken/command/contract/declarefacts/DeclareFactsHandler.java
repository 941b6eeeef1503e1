package jp.tenken.command.contract.declarefacts;

import java.util.List;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class DeclareFactsHandler {

    @CommandHandler
    Decision handle(DeclareFacts command, @InjectEntity Contract state) {
        return decide(command, state);
    }

    static Decision decide(DeclareFacts command, Contract state) {
        state.runningFor(command.scope(), command.expectedVersion());
        return state.decision(
                command.contractId(),
                command.facts().equals(state.facts())
                        ? List.of()
                        : List.of(
                                new ContractFactsDeclared(command.contractId(), command.facts())));
    }
}
