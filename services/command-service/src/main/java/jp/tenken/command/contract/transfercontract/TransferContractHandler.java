package jp.tenken.command.contract.transfercontract;

import java.util.ArrayList;
import java.util.List;
import jp.tenken.command.checklist.Parties;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class TransferContractHandler {

    @CommandHandler
    Decision handle(TransferContract command, @InjectEntity Contract state) {
        return decide(command, state);
    }

    static Decision decide(TransferContract command, Contract state) {
        Parties parties = state.runningFor(command.scope(), command.expectedVersion());
        DepartmentCode to = command.toDepartmentCode();
        state.requireDepartments("toDepartmentCode", List.of(to));
        List<ContractEvent> events = new ArrayList<>();
        if (!to.equals(parties.inCharge())) {
            events.add(
                    new ContractTransferredToDepartment(
                            command.contractId(),
                            parties.inCharge(),
                            to,
                            command.effectiveOn(),
                            command.reason()));
        }
        if (parties.participating().contains(to)) {
            events.add(
                    new ParticipatingDepartmentsSet(
                            command.contractId(),
                            parties.participating().stream()
                                    .filter(code -> !code.equals(to))
                                    .toList()));
        }
        return state.decision(command.contractId(), events);
    }
}
