package jp.tenken.kernel.municipality;

import java.util.List;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Role;

/**
 * Who acts on a submitted checklist, in order; the last step brings it into force. There are two:
 * head, then officer; or the head alone.
 *
 * @param steps exactly one of these two
 */
public record ApprovalPath(List<Role> steps) {

    private static final List<Role> HEAD_AND_OFFICER =
            List.of(Role.DEPARTMENT_HEAD, Role.SECURITY_OFFICER);

    private static final List<Role> HEAD_ALONE = List.of(Role.DEPARTMENT_HEAD);

    /** The path of a municipality that never set one: head, then officer. */
    public static final ApprovalPath DEFAULT = new ApprovalPath(HEAD_AND_OFFICER);

    /** Copies the steps; refuses any other path ({@code approval-path-invalid}). */
    public ApprovalPath {
        steps = List.copyOf(steps);
        if (!steps.equals(HEAD_AND_OFFICER) && !steps.equals(HEAD_ALONE)) {
            throw Rejection.invalidField("steps", RejectionCodes.APPROVAL_PATH_INVALID);
        }
    }

    /** The path as it was set. */
    public static ApprovalPath of(ApprovalPathSet event) {
        return new ApprovalPath(event.steps());
    }

    /** Whether a confirmation follows the approval; without one the approval is the last step. */
    public boolean hasConfirmation() {
        return steps.equals(HEAD_AND_OFFICER);
    }
}
