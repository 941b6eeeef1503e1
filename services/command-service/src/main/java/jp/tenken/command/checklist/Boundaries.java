package jp.tenken.command.checklist;

import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
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
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.municipality.ApprovalPathSet;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** The events on which decisions about a checklist depend. */
public final class Boundaries {

    private static final List<Class<? extends Record>> CONTRACT =
            List.of(
                    ContractRegistered.class,
                    ContractTransferredToDepartment.class,
                    ParticipatingDepartmentsSet.class,
                    ContractClosed.class,
                    ChecklistOpened.class);

    private static final List<Class<? extends Record>> REVIEW =
            List.of(
                    ChecklistSubmitted.class,
                    ChecklistSubmissionWithdrawn.class,
                    ChecklistSentBack.class,
                    ChecklistApproved.class,
                    ChecklistConfirmed.class,
                    RevisionOpened.class,
                    RevisionDiscarded.class);

    private static final List<Class<? extends Record>> ITEMS =
            List.of(ItemDecided.class, ItemDecisionRevised.class, ItemReconfirmed.class);

    private static final List<Class<? extends Record>> CONSULTATIONS =
            List.of(
                    ConsultationOpened.class,
                    ConsultationAgreed.class,
                    ConsultationRefused.class,
                    ConsultationWithdrawn.class,
                    ConsultationClosed.class);

    // A change of an item rests on what was agreed about it, and how it is put on the topic.
    private static final List<Class<? extends Record>> AGREEMENTS =
            List.of(ConsultationOpened.class, ConsultationAgreed.class);

    // Every decision names them, so they are looked up once.
    private static final String[] CONTRACT_REVIEW_AND_AGREEMENTS =
            names(Stream.of(CONTRACT, REVIEW, AGREEMENTS).flatMap(List::stream));
    private static final String[] ITEM_ONLY = names(ITEMS.stream());
    private static final String[] ALL =
            names(Stream.of(CONTRACT, REVIEW, ITEMS, CONSULTATIONS).flatMap(List::stream));
    private static final String[] CONTRACT_AND_EVIDENCE =
            names(
                    Stream.concat(
                            CONTRACT.stream(),
                            Stream.of(EvidenceReferenced.class, EvidenceWithdrawn.class)));

    private Boundaries() {}

    /** One item, the review and what was agreed, but no other item. */
    static EventCriteria item(ContractId contractId, ItemCode itemCode) {
        return ofContract(contractId, CONTRACT_REVIEW_AND_AGREEMENTS)
                .or(
                        EventCriteria.havingTags(
                                        Tags.CONTRACT,
                                        contractId.value(),
                                        Tags.ITEM,
                                        itemCode.value())
                                .andBeingOneOfTypes(ITEM_ONLY));
    }

    /** The whole checklist, the contract's consultations and the municipality's approval path. */
    static EventCriteria checklist(ContractId contractId) {
        return ofContract(contractId, ALL)
                .or(
                        EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                                .andBeingOneOfTypes(EventCatalogue.nameOf(ApprovalPathSet.class)));
    }

    /** The contract and its evidence. */
    static EventCriteria evidence(ContractId contractId) {
        return ofContract(contractId, CONTRACT_AND_EVIDENCE);
    }

    private static EventCriteria ofContract(ContractId contractId, String[] types) {
        return EventCriteria.havingTags(Tags.CONTRACT, contractId.value())
                .andBeingOneOfTypes(types);
    }

    private static String[] names(Stream<Class<? extends Record>> types) {
        return types.map(EventCatalogue::nameOf).toArray(String[]::new);
    }
}
