package jp.tenken.query.consultation.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.query.contract.Contracts.Known;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * A consultation, as it is answered.
 *
 * @param id the consultation
 * @param contractId the contract that it is about
 * @param contractNumber the municipality's own number of it; null where it is not known
 * @param departmentCode the department in charge; null where it is not known
 * @param topic what it is about
 * @param state what came of it
 * @param subject in one line
 * @param itemCodes which items it may change
 * @param incidentId the incident it follows; null = none
 * @param policyEditionId the edition it follows; null = none
 * @param proposals in order; the last one is on the table
 * @param agreement what was agreed; null where nothing was
 * @param steps how it was brought to an end, in order
 * @param version what {@code If-Match} means
 */
public record ConsultationAnswer(
        ConsultationId id,
        ContractId contractId,
        @Nullable String contractNumber,
        @Nullable DepartmentCode departmentCode,
        Topic topic,
        ConsultationRow.State state,
        @Nullable String subject,
        List<ItemCode> itemCodes,
        @Nullable IncidentId incidentId,
        @Nullable PolicyEditionId policyEditionId,
        List<Proposal> proposals,
        @Nullable Agreement agreement,
        List<Step> steps,
        long version) {

    /**
     * A proposal.
     *
     * @param proposal what was proposed
     * @param proposedBy by which side
     * @param actor by whom
     * @param at when
     */
    public record Proposal(
            @Nullable String proposal, Side proposedBy, @Nullable ShownActor actor, Instant at) {}

    /**
     * What was agreed.
     *
     * @param revision the revision of the checklist that carries it
     * @param measures in words
     * @param itemCodes which items it changes
     * @param effectiveOn from which day on
     */
    public record Agreement(
            int revision,
            @Nullable String measures,
            List<ItemCode> itemCodes,
            LocalDate effectiveOn) {}

    /**
     * A step by which it left a state.
     *
     * @param state the state afterwards
     * @param text what was said with it
     * @param actor who did it
     * @param at when
     */
    public record Step(
            ConsultationRow.State state,
            @Nullable String text,
            @Nullable ShownActor actor,
            Instant at) {}

    static ConsultationAnswer of(ConsultationRow row, @Nullable Known contract, Disclosed shown) {
        ConsultationRow.Agreement agreed = row.agreement();
        return new ConsultationAnswer(
                row.consultationId(),
                row.contractId(),
                contract == null ? null : contract.contractNumber(),
                contract == null ? null : contract.parties().departmentCode(),
                row.topic(),
                row.state(),
                shown.text(row.subject()),
                row.itemCodes(),
                row.incidentId(),
                row.policyEditionId(),
                row.proposals().stream()
                        .map(
                                each ->
                                        new Proposal(
                                                shown.text(each.proposal()),
                                                each.proposedBy(),
                                                shown.actor(each.actor()),
                                                each.at()))
                        .toList(),
                agreed == null
                        ? null
                        : new Agreement(
                                agreed.revision(),
                                shown.text(agreed.measures()),
                                agreed.itemCodes(),
                                agreed.effectiveOn()),
                row.steps().stream()
                        .map(
                                each ->
                                        new Step(
                                                each.state(),
                                                shown.text(each.text()),
                                                shown.actor(each.actor()),
                                                each.at()))
                        .toList(),
                row.version());
    }
}
