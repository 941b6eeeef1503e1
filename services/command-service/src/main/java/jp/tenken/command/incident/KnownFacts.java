package jp.tenken.command.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.incident.IncidentFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of an incident, before its words are sealed.
 *
 * @param learnedAt when anybody of the municipality learned of it
 * @param learnedByDepartmentCode in which department; null = nobody said
 * @param contractorLearnedAt when the contractor learned of it; null = unknown
 * @param occurredAt when it happened; null = unknown
 * @param summary what happened, in plain words: it leaves this record only sealed
 * @param dataItems kinds of data concerned, a line each; null = nobody said
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

    /** Most kinds of data that one incident names. */
    static final int MAX_DATA_ITEMS = 50;

    private static final String DATA_ITEMS = "dataItems";

    /** Refuses texts that are missing, too long or not printable, and too many kinds of data. */
    public KnownFacts {
        summary = TextRule.NOTE.required("summary", summary);
        dataItems = dataItems == null ? List.of() : kinds(dataItems);
    }

    /** Kinds of data as they are kept; refuses too many, and any that is no name. */
    static List<String> kinds(List<String> dataItems) {
        if (dataItems.size() > MAX_DATA_ITEMS) {
            throw Rejection.invalidField(
                    DATA_ITEMS,
                    RejectionCodes.TOO_MANY_ENTRIES,
                    Map.of("max", Integer.toString(MAX_DATA_ITEMS)));
        }
        return dataItems.stream().map(item -> TextRule.NAME.required(DATA_ITEMS, item)).toList();
    }

    /** The kinds of data, a line each; null where nobody named any. */
    @Nullable String dataItemLines() {
        return lines(dataItems);
    }

    /** A line each; null where there are none. */
    static @Nullable String lines(@Nullable List<String> kinds) {
        return kinds == null || kinds.isEmpty() ? null : String.join("\n", kinds);
    }

    /**
     * The facts as the domain keeps them.
     *
     * @param told the summary, sealed
     * @param kinds {@link #dataItemLines}, sealed
     */
    IncidentFacts sealed(SealedText told, @Nullable SealedText kinds) {
        return new IncidentFacts(
                learnedAt,
                learnedByDepartmentCode,
                contractorLearnedAt,
                occurredAt,
                told,
                kinds,
                encrypted,
                specificPersonalInformation);
    }
}
