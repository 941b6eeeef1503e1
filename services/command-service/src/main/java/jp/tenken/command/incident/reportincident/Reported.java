package jp.tenken.command.incident.reportincident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.command.incident.KnownFacts;
import jp.tenken.edge.Receipt;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.incident.IncidentClock;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.ReportableSituation;
import org.jspecify.annotations.Nullable;

/**
 * What whoever reports an incident is answered: by when something is due, and what it looks like.
 *
 * @param id the incident
 * @param sequence the municipality's
 * @param clock as whoever reads the incident sees it
 * @param suggestedSituations what the facts of the report and of its contracts suggest
 * @param classification always null: nobody has classified it yet
 * @param revisions what was known when: the report alone
 */
record Reported(
        String id,
        long sequence,
        IncidentClock clock,
        List<ReportableSituation> suggestedSituations,
        @Nullable Void classification,
        List<Told> revisions) {

    /**
     * What the report said, without its words: those are sealed by now, and only reads open them.
     *
     * @param revision 1
     * @param contracts with the persons estimated
     * @param learnedAt as in {@link KnownFacts}, and so on
     */
    record Told(
            int revision,
            List<IncidentContract> contracts,
            Instant learnedAt,
            @Nullable DepartmentCode learnedByDepartmentCode,
            @Nullable Instant contractorLearnedAt,
            @Nullable Instant occurredAt,
            @Nullable Boolean encrypted,
            @Nullable Boolean specificPersonalInformation) {

        static Told of(List<IncidentContract> contracts, KnownFacts known) {
            return new Told(
                    1,
                    contracts,
                    known.learnedAt(),
                    known.learnedByDepartmentCode(),
                    known.contractorLearnedAt(),
                    known.occurredAt(),
                    known.encrypted(),
                    known.specificPersonalInformation());
        }
    }

    static Reported of(Receipt receipt, List<IncidentContract> contracts, KnownFacts known) {
        String told = receipt.told().getOrDefault(ReportIncidentHandler.SUGGESTED, "");
        List<ReportableSituation> suggested =
                Stream.of(told.split(ReportIncidentHandler.SEPARATOR, -1))
                        .filter(word -> !word.isEmpty())
                        .map(ReportableSituation::of)
                        .toList();
        return new Reported(
                receipt.id(),
                receipt.sequence(),
                IncidentClock.of(known.learnedAt(), suggested),
                suggested,
                null,
                List.of(Told.of(contracts, known)));
    }
}
