package jp.tenken.query.checklist.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.ContractParties;
import jp.tenken.query.contract.FactDependencies;
import org.jspecify.annotations.Nullable;

/**
 * The checklist of a contract in its latest revision, with what hints need to know of the contract.
 *
 * @param contractId the contract
 * @param parties to whom the contract belongs
 * @param circumstances of the contract that hints look at
 * @param template which it answers; null until the checklist is opened
 * @param answers what is decided
 * @param confirmed every confirmed revision, in the order of confirmation
 * @param version number of events of the checklist; 0 until it is opened
 */
public record ChecklistRow(
        ContractId contractId,
        ContractParties parties,
        Circumstances circumstances,
        @Nullable PinnedTemplate template,
        Answers answers,
        List<ConfirmedRevision> confirmed,
        long version) {

    /** Copies the list. */
    public ChecklistRow {
        confirmed = List.copyOf(confirmed);
    }

    static ChecklistRow of(ContractRegistered event) {
        return new ChecklistRow(
                event.contractId(),
                ContractParties.of(event),
                new Circumstances(ContractFacts.NONE, event.period().to(), Set.of()),
                null,
                Answers.NONE,
                List.of(),
                0);
    }

    ChecklistRow evolve(ContractFactsDeclared event) {
        return in(new Circumstances(
                        event.facts(), circumstances.lastDay(), circumstances.erasureReports()))
                .gotStale(FactDependencies.touched(circumstances.facts(), event.facts()));
    }

    ChecklistRow evolve(ContractAmended event) {
        return in(
                new Circumstances(
                        circumstances.facts(),
                        event.period().to(),
                        circumstances.erasureReports()));
    }

    ChecklistRow evolve(ContractClosed event) {
        boolean performed =
                switch (event.kind()) {
                    case COMPLETED, TERMINATED -> true;
                    case NOT_CONCLUDED, REGISTERED_IN_ERROR -> false;
                };
        return in(
                new Circumstances(
                        circumstances.facts(),
                        performed ? event.on() : null,
                        circumstances.erasureReports()));
    }

    ChecklistRow evolve(ChecklistOpened event) {
        return new ChecklistRow(
                contractId,
                parties,
                circumstances,
                PinnedTemplate.of(event),
                answers,
                confirmed,
                version + 1);
    }

    ChecklistRow evolve(ItemDecided event, Envelope envelope) {
        String code = event.itemCode().value();
        return changed(
                answers.touched(code, DecidedItem.of(event, envelope, decision(event.itemCode()))));
    }

    ChecklistRow evolve(ItemDecisionRevised event, Envelope envelope) {
        String code = event.itemCode().value();
        return changed(
                answers.touched(code, DecidedItem.of(event, envelope, decision(event.itemCode()))));
    }

    ChecklistRow evolve(ItemReconfirmed event) {
        DecidedItem item = decision(event.itemCode());
        return changed(
                answers.touched(
                        event.itemCode().value(), item == null ? null : item.reconfirmed()));
    }

    ChecklistRow reviewed(RevisionState state) {
        return changed(answers.in(answers.latest().in(state)));
    }

    ChecklistRow evolve(ChecklistConfirmed event) {
        List<ConfirmedRevision> more = new ArrayList<>(confirmed);
        more.add(ConfirmedRevision.of(answers.latest(), event.effectiveOn()));
        return reviewed(RevisionState.CONFIRMED).confirmed(more);
    }

    ChecklistRow evolve(RevisionOpened event, Envelope envelope) {
        return changed(answers.in(LatestRevision.of(event)))
                .confirmed(lastHeldUntil(envelope.sequence() - 1));
    }

    ChecklistRow discarded() {
        return confirmed.isEmpty()
                ? changed(answers)
                : changed(answers.discarded(confirmed.getLast().again()))
                        .confirmed(lastHeldUntil(ConfirmedRevision.STANDING));
    }

    ChecklistRow gotStale(Set<String> codes) {
        return codes.isEmpty() ? this : with(parties, circumstances, answers.gotStale(codes));
    }

    ChecklistRow of(ContractParties next) {
        return with(next, circumstances, answers);
    }

    ChecklistRow in(Circumstances next) {
        return with(parties, next, answers);
    }

    /** The same checklist with the answers of an earlier revision, on what is known now. */
    ChecklistRow showing(ChecklistRow earlier) {
        return with(parties, circumstances, earlier.answers())
                .gotStale(
                        FactDependencies.touched(
                                earlier.circumstances().facts(), circumstances.facts()));
    }

    /** The latest decision on an item; null while it is undecided. */
    @Nullable DecidedItem decision(ItemCode code) {
        return answers.decided().get(code.value());
    }

    /** The confirmed revision of this number; null where none is. */
    @Nullable ConfirmedRevision confirmed(int number) {
        return confirmed.stream().filter(each -> each.number() == number).findFirst().orElse(null);
    }

    private List<ConfirmedRevision> lastHeldUntil(long sequence) {
        List<ConfirmedRevision> same = new ArrayList<>(confirmed);
        if (!same.isEmpty()) {
            same.add(same.removeLast().heldUntil(sequence));
        }
        return same;
    }

    private ChecklistRow changed(Answers next) {
        return new ChecklistRow(
                contractId, parties, circumstances, template, next, confirmed, version + 1);
    }

    private ChecklistRow confirmed(List<ConfirmedRevision> next) {
        return new ChecklistRow(
                contractId, parties, circumstances, template, answers, next, version);
    }

    private ChecklistRow with(ContractParties next, Circumstances then, Answers given) {
        return new ChecklistRow(contractId, next, then, template, given, confirmed, version);
    }
}
