package jp.tenken.query.municipality.approvalpath;

import java.util.List;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.municipality.ApprovalPath;
import jp.tenken.kernel.municipality.ApprovalPathSet;

/**
 * The path of a municipality, as it is kept and as it is answered.
 *
 * @param steps who acts after a submission, in order
 * @param version how often the path was set: what {@code If-Match} means; 0 = never, and what every
 *     municipality begins with holds
 */
public record ApprovalPathRow(List<Role> steps, long version) {

    /** What holds from the onboarding on. */
    static final ApprovalPathRow FIRST = new ApprovalPathRow(ApprovalPath.DEFAULT.steps(), 0);

    /** Copies the list. */
    public ApprovalPathRow {
        steps = List.copyOf(steps);
    }

    ApprovalPathRow evolve(ApprovalPathSet event) {
        return new ApprovalPathRow(event.steps(), version + 1);
    }
}
