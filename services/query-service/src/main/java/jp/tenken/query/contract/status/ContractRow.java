package jp.tenken.query.contract.status;

import java.time.Instant;
import java.util.function.UnaryOperator;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.Cause;
import jp.tenken.query.contract.ContractParties;
import jp.tenken.query.contract.FactDependencies;

/**
 * A contract with all that its status follows from.
 *
 * @param id the contract
 * @param profile what it is
 * @param matters what is not over about it
 * @param changedAt when the latest event about it happened
 * @param version number of events about the contract itself, from 1
 */
public record ContractRow(
        ContractId id,
        ContractProfile profile,
        OpenMatters matters,
        Instant changedAt,
        long version) {

    static ContractRow of(ContractRegistered event, Envelope envelope) {
        return new ContractRow(
                event.contractId(),
                ContractProfile.of(event, envelope),
                OpenMatters.NONE,
                envelope.time(),
                1);
    }

    ContractRow evolve(ContractFactsDeclared event, Envelope envelope) {
        return of(profile.declaring(event.facts()), envelope)
                .matters(
                        envelope,
                        open ->
                                open.items(
                                        items ->
                                                items.gotStale(
                                                        FactDependencies.touched(
                                                                profile.facts(), event.facts()),
                                                        Cause.of(envelope))));
    }

    /** After an event about the contract itself. */
    ContractRow of(ContractProfile next, Envelope envelope) {
        return new ContractRow(id, next, matters, envelope.time(), version + 1);
    }

    /** After an event about something that hangs on the contract. */
    ContractRow matters(Envelope envelope, UnaryOperator<OpenMatters> change) {
        return new ContractRow(id, profile, change.apply(matters), envelope.time(), version);
    }

    /** After an event about its evidence. */
    ContractRow evidenced(ContractProfile next, Envelope envelope) {
        return new ContractRow(id, next, matters, envelope.time(), version);
    }

    /** To whom it belongs. */
    public ContractParties parties() {
        return profile.parties();
    }
}
