package jp.tenken.kernel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident at one time. First reports are often wrong: a later state replaces
 * this one, and both stay.
 *
 * @param learnedAt when anybody of the municipality learned of it: the clock starts on that day
 * @param learnedByDepartmentCode in which department; null = nobody said
 * @param contractorLearnedAt when the contractor learned of it; null = unknown, or it never did
 * @param occurredAt when it happened; null = unknown
 * @param summary what happened, sealed
 * @param dataItems kinds of data concerned (氏名, 住所), never the data; may be empty
 * @param encrypted under advanced encryption or the like; null = unknown
 * @param specificPersonalInformation 特定個人情報 is among it; null = unknown
 */
public record IncidentFacts(
        Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        SealedText summary,
        List<String> dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation) {

    /** Most kinds of data that one incident names. */
    public static final int MAX_DATA_ITEMS = 50;

    private static final String DATA_ITEMS = "dataItems";

    /** Copies the list; refuses too many entries and texts that cannot be printed. */
    public IncidentFacts {
        if (dataItems.size() > MAX_DATA_ITEMS) {
            throw Rejection.invalidField(
                    DATA_ITEMS,
                    RejectionCodes.TOO_MANY_ENTRIES,
                    Map.of("max", Integer.toString(MAX_DATA_ITEMS)));
        }
        dataItems =
                dataItems.stream().map(item -> TextRule.NAME.required(DATA_ITEMS, item)).toList();
    }
}
