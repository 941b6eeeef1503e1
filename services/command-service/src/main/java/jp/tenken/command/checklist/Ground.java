package jp.tenken.command.checklist;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Why a decided item is decided otherwise, where nobody gives a reason of the change itself.
 *
 * @param reason in words
 * @param consultationId the consultation that it follows; null = none
 */
public record Ground(String reason, @Nullable ConsultationId consultationId) {

    private static final String MEASURE_REASON = "協議による対策の変更";
    private static final String POLICY_REASON = "方針等の改定に伴う協議による変更";

    /** What a revision was opened for. */
    static Ground of(RevisionOpened opening) {
        return new Ground(opening.reason(), opening.consultationId());
    }

    /** What was agreed in a consultation. */
    public static Ground agreed(Topic topic, ConsultationId consultationId) {
        return new Ground(
                topic == Topic.POLICY_CHANGE ? POLICY_REASON : MEASURE_REASON, consultationId);
    }
}
