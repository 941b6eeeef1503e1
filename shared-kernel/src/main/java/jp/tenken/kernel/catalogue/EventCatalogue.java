package jp.tenken.kernel.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import jp.tenken.kernel.municipality.ApprovalPathSet;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.kernel.privacy.TextRedacted;

/** Every event in its newest version, area by area. */
public final class EventCatalogue {

    private static final List<EventType> TYPES =
            List.of(
                    EventType.of(MunicipalityOnboarded.class),
                    EventType.of(DepartmentEstablished.class),
                    EventType.of(DepartmentRenamed.class),
                    EventType.of(TemplateAdopted.class),
                    EventType.of(ApprovalPathSet.class),
                    EventType.of(PolicyEditionIssued.class),
                    EventType.of(ContractRegistered.class),
                    EventType.of(ContractFactsDeclared.class),
                    EventType.of(ContractAmended.class),
                    EventType.of(ContractTransferredToDepartment.class),
                    EventType.of(ParticipatingDepartmentsSet.class),
                    EventType.of(ContractClosed.class),
                    EventType.of(ContractorNamed.class),
                    EventType.of(ChecklistOpened.class),
                    EventType.of(ItemDecided.class),
                    EventType.of(ItemDecisionRevised.class),
                    EventType.of(ItemReconfirmed.class),
                    EventType.of(ChecklistSubmitted.class),
                    EventType.of(ChecklistSubmissionWithdrawn.class),
                    EventType.of(ChecklistSentBack.class),
                    EventType.of(ChecklistApproved.class),
                    EventType.of(ChecklistConfirmed.class),
                    EventType.of(RevisionOpened.class),
                    EventType.of(RevisionDiscarded.class),
                    EventType.of(EvidenceReferenced.class),
                    EventType.of(EvidenceWithdrawn.class),
                    EventType.of(IncidentReported.class),
                    EventType.of(IncidentFactsRevised.class),
                    EventType.of(IncidentContractAdded.class),
                    EventType.of(IncidentClassified.class),
                    EventType.of(IncidentWithdrawn.class),
                    EventType.of(IncidentClosed.class),
                    EventType.of(ConsultationOpened.class),
                    EventType.of(ConsultationProposalMade.class),
                    EventType.of(ConsultationAgreed.class),
                    EventType.of(ConsultationRefused.class),
                    EventType.of(ConsultationWithdrawn.class),
                    EventType.of(ConsultationClosed.class),
                    EventType.of(PersonErased.class),
                    EventType.of(TextRedacted.class));

    private static final Map<String, EventType> BY_NAME =
            TYPES.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private static final Map<Class<?>, String> NAMES =
            TYPES.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::payload, EventType::name));

    private EventCatalogue() {}

    /** All events, in the order of the areas. */
    public static List<EventType> types() {
        return TYPES;
    }

    /** The event of this qualified name, or empty. */
    public static Optional<EventType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The stable name of the event that the record carries, as criteria need it.
     *
     * @throws IllegalArgumentException where the record is not in the catalogue
     */
    public static String nameOf(Class<? extends Record> payload) {
        String name = NAMES.get(payload);
        if (name == null) {
            throw new IllegalArgumentException(payload + " is no event");
        }
        return name;
    }
}
