package jp.tenken.kernel.incident;

import java.time.Instant;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.SealedText;
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
 * @param dataItems kinds of data concerned (氏名, 住所), a line each, sealed; null = nobody said
 * @param encrypted under advanced encryption or the like; null = unknown
 * @param specificPersonalInformation 特定個人情報 is among it; null = unknown
 */
public record IncidentFacts(
        Instant learnedAt,
        @Nullable DepartmentCode learnedByDepartmentCode,
        @Nullable Instant contractorLearnedAt,
        @Nullable Instant occurredAt,
        SealedText summary,
        @Nullable SealedText dataItems,
        @Nullable Boolean encrypted,
        @Nullable Boolean specificPersonalInformation) {}
