package jp.tenken.command.contract.closecontract;

import java.util.List;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.contract.ContractClosed;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class CloseContractHandler {

    @CommandHandler
    Decision handle(CloseContract command, @InjectEntity Contract state) {
        return decide(command, state);
    }

    static Decision decide(CloseContract command, Contract state) {
        state.runningFor(command.scope(), command.expectedVersion());
        return state.decision(
                command.contractId(),
                List.of(
                        new ContractClosed(
                                command.contractId(),
                                command.kind(),
                                command.on(),
                                command.reason())));
    }
}
