package jp.tenken.query.incident.board;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * What was known at one time.
 *
 * @param revision from 1, the report
 * @param at when it was said
 * @param actor who said it
 * @param contracts the contracts concerned, as far as the caller may know of them
 * @param learnedAt as in {@link IncidentFacts}, and so on
 * @param summary what happened, in words
 */
public record IncidentRevision(
        int revision,
        Instant at,
        @Nullable ShownActor actor,
        List<IncidentContract> contracts,
        Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        @Nullable String summary,
        List<String> dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation) {

    static IncidentRevision of(
            IncidentRow.KnownState of, IncidentRow row, IncidentReader reader, Disclosed shown) {
        IncidentFacts facts = of.facts();
        return new IncidentRevision(
                of.revision(),
                of.at(),
                shown.actor(reader.actor(row.contractIds(), of.actor())),
                of.contracts().stream().filter(each -> reader.sees(each.contractId())).toList(),
                facts.learnedAt(),
                facts.learnedByDepartmentCode(),
                facts.contractorLearnedAt(),
                facts.occurredAt(),
                shown.text(facts.summary()),
                shown.lines(facts.dataItems()),
                facts.encrypted(),
                facts.specificPersonalInformation());
    }
}
