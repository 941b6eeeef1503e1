package jp.tenken.kernel.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.Test;

class ApprovalPathTest {

    @Test
    void withoutAWordHeadAndOfficerAct() {
        assertThat(ApprovalPath.DEFAULT.steps())
                .containsExactly(Role.DEPARTMENT_HEAD, Role.SECURITY_OFFICER);
        assertThat(ApprovalPath.DEFAULT.hasConfirmation()).isTrue();
    }

    @Test
    void theHeadAloneConfirmsByApproving() {
        ApprovalPath path = ApprovalPath.of(new ApprovalPathSet(List.of(Role.DEPARTMENT_HEAD)));

        assertThat(path.hasConfirmation()).isFalse();
    }

    @Test
    void anyOtherPathIsRefused() {
        for (List<Role> steps :
                List.of(
                        List.<Role>of(),
                        List.of(Role.SECURITY_OFFICER),
                        List.of(Role.SECURITY_OFFICER, Role.DEPARTMENT_HEAD),
                        List.of(Role.DEPARTMENT_HEAD, Role.DEPARTMENT_HEAD),
                        List.of(Role.DEPARTMENT_HEAD, Role.SECURITY_OFFICER, Role.AUDITOR))) {
            assertThatThrownBy(() -> new ApprovalPath(steps))
                    .isInstanceOf(Rejection.class)
                    .extracting(no -> ((Rejection) no).code())
                    .as("%s", steps)
                    .isEqualTo("approval-path-invalid");
        }
    }
}
