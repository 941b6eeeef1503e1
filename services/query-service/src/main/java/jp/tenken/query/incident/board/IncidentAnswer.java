package jp.tenken.query.incident.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.incident.IncidentClock;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.kernel.incident.SuggestedSituations;
import jp.tenken.query.contract.Contracts.Known;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * An incident, as it is answered.
 *
 * @param id the incident
 * @param state open, withdrawn or closed
 * @param contracts the contracts concerned, as far as the caller may know of them
 * @param personsEstimate about how many persons over these contracts; unknown ones count as none
 * @param learnedAt as in {@link IncidentFacts}, and so on
 * @param summary what happened, in words
 * @param reportedByContractor the contractor that reported; null = the municipality itself
 * @param reportedBy who reported
 * @param reportedAt when
 * @param clock by when the reports are due
 * @param suggestedSituations what the known facts suggest
 * @param classification what was decided; null while nothing is
 * @param outcome what was said when it was closed or withdrawn
 * @param revisions what was known when, from the report on
 * @param version what {@code If-Match} means
 */
public record IncidentAnswer(
        IncidentId id,
        IncidentRow.State state,
        List<Contract> contracts,
        long personsEstimate,
        Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        @Nullable String summary,
        List<String> dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation,
        @Nullable ContractorId reportedByContractor,
        @Nullable ShownActor reportedBy,
        Instant reportedAt,
        IncidentClock clock,
        List<ReportableSituation> suggestedSituations,
        @Nullable Classification classification,
        @Nullable String outcome,
        List<IncidentRevision> revisions,
        long version) {

    /**
     * A contract concerned.
     *
     * @param contractId which contract
     * @param contractNumber the municipality's own number of it; null where it is not known
     * @param title what the work is; null where it is not known
     * @param departmentCode the department in charge; null where it is not known
     * @param personsEstimate about how many persons under it; null = nobody knows
     */
    public record Contract(
            ContractId contractId,
            @Nullable String contractNumber,
            @Nullable String title,
            @Nullable DepartmentCode departmentCode,
            @Nullable Integer personsEstimate) {

        static Contract of(IncidentContract contract, @Nullable Known known) {
            return new Contract(
                    contract.contractId(),
                    known == null ? null : known.contractNumber(),
                    known == null ? null : known.title(),
                    known == null ? null : known.parties().departmentCode(),
                    contract.personsEstimate());
        }
    }

    /**
     * What was decided.
     *
     * @param situations none = it need not be reported
     * @param reason why
     * @param actor who decided it
     * @param at when
     */
    public record Classification(
            List<ReportableSituation> situations,
            @Nullable String reason,
            @Nullable ShownActor actor,
            Instant at) {

        static @Nullable Classification of(
                IncidentRow.@Nullable Classification of, Disclosed shown) {
            return of == null
                    ? null
                    : new Classification(
                            of.situations(),
                            shown.text(of.reason()),
                            shown.actor(of.actor()),
                            of.at());
        }
    }

    /**
     * The answer.
     *
     * @param reader who reads, and what is known of the contracts of the incident
     */
    static IncidentAnswer of(IncidentRow row, IncidentReader reader, Disclosed shown) {
        Map<ContractId, Known> known = reader.known();
        List<IncidentContract> visible =
                row.contracts().stream().filter(each -> reader.sees(each.contractId())).toList();
        IncidentFacts facts = row.facts();
        List<ReportableSituation> suggested =
                SuggestedSituations.of(
                        facts,
                        row.contracts(),
                        row.contractIds().stream()
                                .flatMap(id -> Stream.ofNullable(known.get(id)))
                                .map(Known::facts)
                                .toList());
        IncidentRow.Classification classified = row.classification();
        return new IncidentAnswer(
                row.incidentId(),
                row.state(),
                visible.stream()
                        .map(each -> Contract.of(each, known.get(each.contractId())))
                        .toList(),
                visible.stream()
                        .mapToLong(
                                each -> each.personsEstimate() == null ? 0 : each.personsEstimate())
                        .sum(),
                facts.learnedAt(),
                facts.learnedByDepartmentCode(),
                facts.contractorLearnedAt(),
                facts.occurredAt(),
                shown.text(facts.summary()),
                shown.lines(facts.dataItems()),
                facts.encrypted(),
                facts.specificPersonalInformation(),
                reader.reporter(row),
                shown.actor(reader.actor(row.contractIds(), row.revisions().getFirst().actor())),
                row.revisions().getFirst().at(),
                IncidentClock.of(
                        facts.learnedAt(),
                        classified == null ? suggested : classified.situations()),
                suggested,
                Classification.of(classified, shown),
                shown.text(row.outcome()),
                row.revisions().stream()
                        .map(each -> IncidentRevision.of(each, row, reader, shown))
                        .toList(),
                row.version());
    }
}
