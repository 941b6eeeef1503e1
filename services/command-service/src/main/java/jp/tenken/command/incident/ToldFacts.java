package jp.tenken.command.incident;

import java.time.Instant;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.incident.IncidentFacts;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of an incident that is known already; what is not told stays as it was.
 *
 * @param learnedAt as in {@link IncidentFacts}, and so on; null = as before
 * @param dataItemsTold whether anything was said of the kinds of data; if so, no {@code dataItems}
 *     means that none are known
 */
public record ToldFacts(
        @Nullable Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        @Nullable SealedText summary,
        boolean dataItemsTold,
        @Nullable SealedText dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation) {

    /** Everything that is known. */
    public static ToldFacts of(IncidentFacts facts) {
        return new ToldFacts(
                facts.learnedAt(),
                facts.learnedByDepartmentCode(),
                facts.contractorLearnedAt(),
                facts.occurredAt(),
                facts.summary(),
                true,
                facts.dataItems(),
                facts.encrypted(),
                facts.specificPersonalInformation());
    }

    /** What is known with it, after what was known before. */
    public IncidentFacts over(IncidentFacts before) {
        return new IncidentFacts(
                learnedAt == null ? before.learnedAt() : learnedAt,
                or(learnedByDepartmentCode, before.learnedByDepartmentCode()),
                or(contractorLearnedAt, before.contractorLearnedAt()),
                or(occurredAt, before.occurredAt()),
                summary == null ? before.summary() : summary,
                dataItemsTold ? dataItems : before.dataItems(),
                or(encrypted, before.encrypted()),
                or(specificPersonalInformation, before.specificPersonalInformation()));
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T before) {
        return told == null ? before : told;
    }
}
