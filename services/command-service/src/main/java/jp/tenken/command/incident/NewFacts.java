package jp.tenken.command.incident;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * What a request tells of an incident that is known already, before its words are sealed.
 *
 * @param learnedAt as in {@link KnownFacts}, and so on; null = as before
 * @param dataItems kinds of data concerned, a line each; empty = none are known
 */
public record NewFacts(
        @Nullable Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        @Nullable String summary,
        @Nullable List<String> dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation) {

    /** Refuses texts that are blank, too long or not printable, and too many kinds of data. */
    public NewFacts {
        summary = summary == null ? null : TextRule.NOTE.required("summary", summary);
        dataItems = dataItems == null ? null : KnownFacts.kinds(dataItems);
    }

    /** The kinds of data, a line each; null where none are told. */
    @Nullable String dataItemLines() {
        return KnownFacts.lines(dataItems);
    }

    /**
     * The facts as the domain keeps them.
     *
     * @param told the summary, sealed; null where none is told
     * @param kinds {@link #dataItemLines}, sealed
     */
    ToldFacts sealed(@Nullable SealedText told, @Nullable SealedText kinds) {
        return new ToldFacts(
                learnedAt,
                learnedByDepartmentCode,
                contractorLearnedAt,
                occurredAt,
                told,
                dataItems != null,
                kinds,
                encrypted,
                specificPersonalInformation);
    }
}
