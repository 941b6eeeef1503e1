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
import jp.tenken.command.consultation.ConsultationConfiguration;
import jp.tenken.command.consultation.ConsultationIds;
import jp.tenken.command.consultation.agreeconsultation.AgreeConsultationConfiguration;
import jp.tenken.command.consultation.closeconsultation.CloseConsultationConfiguration;
import jp.tenken.command.consultation.makeproposal.MakeProposalConfiguration;
import jp.tenken.command.consultation.openconsultation.OpenConsultationConfiguration;
import jp.tenken.command.consultation.refuseconsultation.RefuseConsultationConfiguration;
import jp.tenken.command.consultation.withdrawconsultation.WithdrawConsultationConfiguration;
import jp.tenken.command.contract.ContractConfiguration;
import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.amendcontract.AmendContractConfiguration;
import jp.tenken.command.contract.closecontract.CloseContractConfiguration;
import jp.tenken.command.contract.declarefacts.DeclareFactsConfiguration;
import jp.tenken.command.contract.importcontract.ImportContractConfiguration;
import jp.tenken.command.contract.namecontractor.NameContractorConfiguration;
import jp.tenken.command.contract.registercontract.RegisterContractConfiguration;
import jp.tenken.command.contract.transfercontract.TransferContractConfiguration;
import jp.tenken.command.incident.IncidentConfiguration;
import jp.tenken.command.incident.IncidentIds;
import jp.tenken.command.incident.addincidentcontract.AddIncidentContractConfiguration;
import jp.tenken.command.incident.classifyincident.ClassifyIncidentConfiguration;
import jp.tenken.command.incident.closeincident.CloseIncidentConfiguration;
import jp.tenken.command.incident.reportincident.ReportIncidentConfiguration;
import jp.tenken.command.incident.reviseincidentfacts.ReviseIncidentFactsConfiguration;
import jp.tenken.command.incident.withdrawincident.WithdrawIncidentConfiguration;
import jp.tenken.command.municipality.establishdepartment.EstablishDepartmentConfiguration;
import jp.tenken.command.municipality.issuepolicyedition.IssuePolicyEditionConfiguration;
import jp.tenken.command.municipality.onboardmunicipality.OnboardMunicipalityConfiguration;
import jp.tenken.command.municipality.openpolicyconsultations.OpenPolicyConsultationsConfiguration;
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
        ContractConfiguration.configure(configurer);
        AmendContractConfiguration.configure(configurer);
        CloseContractConfiguration.configure(configurer);
        DeclareFactsConfiguration.configure(configurer);
        NameContractorConfiguration.configure(configurer);
        TransferContractConfiguration.configure(configurer);
        IncidentConfiguration.configure(configurer);
        ReportIncidentConfiguration.configure(configurer);
        ReviseIncidentFactsConfiguration.configure(configurer);
        AddIncidentContractConfiguration.configure(configurer);
        ClassifyIncidentConfiguration.configure(configurer);
        WithdrawIncidentConfiguration.configure(configurer);
        CloseIncidentConfiguration.configure(configurer);
        ConsultationConfiguration.configure(configurer);
        OpenConsultationConfiguration.configure(configurer);
        MakeProposalConfiguration.configure(configurer);
        AgreeConsultationConfiguration.configure(configurer);
        RefuseConsultationConfiguration.configure(configurer);
        WithdrawConsultationConfiguration.configure(configurer);
        CloseConsultationConfiguration.configure(configurer);
        IssuePolicyEditionConfiguration.configure(configurer);
        OpenPolicyConsultationsConfiguration.configure(configurer);
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
        IncidentIds incidents = new IncidentIds(random);
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
                DeclareFactsConfiguration.endpoint(commands),
                AmendContractConfiguration.endpoint(commands),
                TransferContractConfiguration.endpoint(commands, clock),
                CloseContractConfiguration.endpoint(commands),
                NameContractorConfiguration.endpoint(commands),
                ReportIncidentConfiguration.endpoint(commands, texts, incidents, clock),
                ReportIncidentConfiguration.atContract(commands, texts, incidents, clock),
                ReviseIncidentFactsConfiguration.endpoint(commands, texts, clock),
                AddIncidentContractConfiguration.endpoint(commands),
                ClassifyIncidentConfiguration.endpoint(commands, texts),
                WithdrawIncidentConfiguration.endpoint(commands, texts),
                CloseIncidentConfiguration.endpoint(commands, texts),
                OpenConsultationConfiguration.endpoint(
                        commands, texts, new ConsultationIds(random)),
                MakeProposalConfiguration.endpoint(commands, texts),
                AgreeConsultationConfiguration.endpoint(commands, texts),
                RefuseConsultationConfiguration.endpoint(commands, texts),
                WithdrawConsultationConfiguration.endpoint(commands, texts),
                CloseConsultationConfiguration.endpoint(commands, texts),
                IssuePolicyEditionConfiguration.endpoint(commands),
                OpenPolicyConsultationsConfiguration.endpoint(commands, texts, events),
                RedactEventConfiguration.endpoint(commands, texts, events, erasures),
                ErasePersonConfiguration.endpoint(commands, texts, erasures));
    }
}
