package jp.tenken.command;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.command.checklist.ChecklistConfiguration;
import jp.tenken.command.checklist.EvidenceIds;
import jp.tenken.command.checklist.approvechecklist.ApproveChecklistConfiguration;
import jp.tenken.command.checklist.confirmchecklist.ConfirmChecklistConfiguration;
import jp.tenken.command.checklist.decideitem.DecideItemConfiguration;
import jp.tenken.command.checklist.decideitems.DecideItemsConfiguration;
import jp.tenken.command.checklist.discardrevision.DiscardRevisionConfiguration;
import jp.tenken.command.checklist.importchecklist.ImportChecklistConfiguration;
import jp.tenken.command.checklist.openrevision.OpenRevisionConfiguration;
import jp.tenken.command.checklist.reconfirmitem.ReconfirmItemConfiguration;
import jp.tenken.command.checklist.reconfirmitems.ReconfirmItemsConfiguration;
import jp.tenken.command.checklist.referenceevidence.ReferenceEvidenceConfiguration;
import jp.tenken.command.checklist.sendbackchecklist.SendBackChecklistConfiguration;
import jp.tenken.command.checklist.submitchecklist.SubmitChecklistConfiguration;
import jp.tenken.command.checklist.withdrawevidence.WithdrawEvidenceConfiguration;
import jp.tenken.command.checklist.withdrawsubmission.WithdrawSubmissionConfiguration;
import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.importcontract.ImportContractConfiguration;
import jp.tenken.command.contract.registercontract.RegisterContractConfiguration;
import jp.tenken.command.municipality.establishdepartment.EstablishDepartmentConfiguration;
import jp.tenken.command.municipality.onboardmunicipality.OnboardMunicipalityConfiguration;
import jp.tenken.command.municipality.setapprovalpath.SetApprovalPathConfiguration;
import jp.tenken.command.privacy.eraseperson.ErasePersonConfiguration;
import jp.tenken.command.privacy.redactevent.RedactEventConfiguration;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Contents page of the write side. */
public final class CommandService {

    private CommandService() {}

    /** Registers every slice. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        OnboardMunicipalityConfiguration.configure(configurer);
        EstablishDepartmentConfiguration.configure(configurer);
        SetApprovalPathConfiguration.configure(configurer);
        RegisterContractConfiguration.configure(configurer);
        ImportContractConfiguration.configure(configurer);
        ChecklistConfiguration.configure(configurer);
        DecideItemConfiguration.configure(configurer);
        DecideItemsConfiguration.configure(configurer);
        ReconfirmItemConfiguration.configure(configurer);
        ReconfirmItemsConfiguration.configure(configurer);
        SubmitChecklistConfiguration.configure(configurer);
        WithdrawSubmissionConfiguration.configure(configurer);
        SendBackChecklistConfiguration.configure(configurer);
        ApproveChecklistConfiguration.configure(configurer);
        ConfirmChecklistConfiguration.configure(configurer);
        OpenRevisionConfiguration.configure(configurer);
        DiscardRevisionConfiguration.configure(configurer);
        ReferenceEvidenceConfiguration.configure(configurer);
        WithdrawEvidenceConfiguration.configure(configurer);
        ImportChecklistConfiguration.configure(configurer);
        RedactEventConfiguration.configure(configurer);
        ErasePersonConfiguration.configure(configurer);
        return configurer;
    }

    /**
     * Every operation of the write side.
     *
     * @param commands sends the commands
     * @param random gives ids to what is created without an idempotency key
     * @param texts seals free texts before they go into a command
     * @param events finds events by their ids
     * @param erasures tells when recorded erasures have been carried out
     * @param clock says what today is, where a request does not
     */
    public static List<Endpoint> endpoints(
            CommandDispatcher commands,
            Supplier<UUID> random,
            TextSealer texts,
            RecordedEvents events,
            Erasures erasures,
            Clock clock) {
        ContractIds ids = new ContractIds(random);
        return List.of(
                OnboardMunicipalityConfiguration.endpoint(commands),
                EstablishDepartmentConfiguration.endpoint(commands),
                RegisterContractConfiguration.endpoint(commands, ids),
                ImportContractConfiguration.endpoint(commands, ids),
                SetApprovalPathConfiguration.endpoint(commands),
                DecideItemConfiguration.endpoint(commands),
                DecideItemConfiguration.acrossContracts(commands),
                DecideItemsConfiguration.endpoint(commands),
                ReconfirmItemConfiguration.endpoint(commands),
                ReconfirmItemsConfiguration.endpoint(commands),
                SubmitChecklistConfiguration.endpoint(commands, texts),
                WithdrawSubmissionConfiguration.endpoint(commands, texts),
                SendBackChecklistConfiguration.endpoint(commands, texts),
                ApproveChecklistConfiguration.endpoint(commands, texts, clock),
                ConfirmChecklistConfiguration.endpoint(commands, texts, clock),
                OpenRevisionConfiguration.endpoint(commands),
                DiscardRevisionConfiguration.endpoint(commands),
                ReferenceEvidenceConfiguration.endpoint(commands, new EvidenceIds(random)),
                WithdrawEvidenceConfiguration.endpoint(commands),
                ImportChecklistConfiguration.endpoint(commands),
                RedactEventConfiguration.endpoint(commands, events, erasures),
                ErasePersonConfiguration.endpoint(commands, erasures));
    }
}
