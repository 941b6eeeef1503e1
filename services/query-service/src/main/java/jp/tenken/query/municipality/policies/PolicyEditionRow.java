package jp.tenken.query.municipality.policies;

import java.time.Instant;
import java.time.LocalDate;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.PolicyKind;
import jp.tenken.projections.Envelope;

/**
 * An edition, as it is kept and as it is answered.
 *
 * @param id the municipality's own id of it
 * @param kind what it is an edition of
 * @param titleJa what it is called in Japanese
 * @param edition which edition, as people name it
 * @param effectiveOn from which day on
 * @param issuedAt when it was made known
 * @param version always 1: what {@code If-Match} means
 */
public record PolicyEditionRow(
        PolicyEditionId id,
        PolicyKind kind,
        String titleJa,
        String edition,
        LocalDate effectiveOn,
        Instant issuedAt,
        long version) {

    static PolicyEditionRow of(PolicyEditionIssued event, Envelope envelope) {
        return new PolicyEditionRow(
                event.policyEditionId(),
                event.kind(),
                event.titleJa(),
                event.edition(),
                event.effectiveOn(),
                envelope.time(),
                1);
    }
}
