package jp.tenken.command.incident;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.incident.IncidentFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of an incident, before its summary is sealed.
 *
 * @param learnedAt when anybody of the municipality learned of it
 * @param learnedByDepartmentCode in which department; null = nobody said
 * @param contractorLearnedAt when the contractor learned of it; null = unknown
 * @param occurredAt when it happened; null = unknown
 * @param summary what happened, in plain words: it leaves this record only sealed
 * @param dataItems kinds of data concerned; null = nobody said
 * @param encrypted null = unknown
 * @param specificPersonalInformation null = unknown
 */
public record KnownFacts(
        Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        String summary,
        @Nullable List<String> dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation) {

    /** Refuses a summary that is missing, too long or not printable. */
    public KnownFacts {
        summary = TextRule.NOTE.required("summary", summary);
    }

    /** The facts as the domain keeps them. */
    public IncidentFacts sealed(SealedText sealed) {
        return new IncidentFacts(
                learnedAt,
                learnedByDepartmentCode,
                contractorLearnedAt,
                occurredAt,
                sealed,
                dataItems == null ? List.of() : dataItems,
                encrypted,
                specificPersonalInformation);
    }

    /** Says nothing of what happened: it may stand in a log. */
    @Override
    public String toString() {
        return "KnownFacts[learnedAt=" + learnedAt + "]";
    }
}
