package jp.tenken.command.contract.amendcontract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tenken.command.checklist.Parties;
import jp.tenken.command.contract.Contract;
import jp.tenken.command.contract.ContractTerms;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class AmendContractHandler {

    @CommandHandler
    Decision handle(AmendContract command, @InjectEntity Contract state) {
        return decide(command, state);
    }

    static Decision decide(AmendContract command, Contract state) {
        Parties parties = state.runningFor(command.scope(), command.expectedVersion());
        ContractTerms amended = command.amending(state.agreed());
        List<DepartmentCode> participating = command.participating(parties);
        if (command.participatingDepartmentCodes() != null) {
            state.requireDepartments("participatingDepartmentCodes", participating);
        }
        boolean others = !Set.copyOf(participating).equals(Set.copyOf(parties.participating()));
        List<ContractEvent> events = new ArrayList<>();
        if (others || !amended.equals(state.agreed())) {
            events.add(
                    new ContractAmended(
                            command.contractId(),
                            amended.contractNumber(),
                            amended.title(),
                            amended.period(),
                            command.reason()));
        }
        if (others) {
            events.add(new ParticipatingDepartmentsSet(command.contractId(), participating));
        }
        return state.decision(command.contractId(), events);
    }
}
