package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionTest {

    @Test
    void namesTheFieldThatWasRead() {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(
                        () -> Rejection.inField("departmentCode", () -> DepartmentCode.of("０１０１")))
                .satisfies(
                        rejection -> {
                            assertThat(rejection.code()).isEqualTo("department-code-invalid");
                            assertThat(rejection.violations())
                                    .containsExactly(
                                            Violation.of(
                                                    "departmentCode", "department-code-invalid"));
                        });
    }

    @Test
    void carriesNoStackTraceBecauseItIsAnAnswer() {
        assertThat(Rejection.conflict("any").getStackTrace()).isEmpty();
    }

    @Test
    void everyCodeIsListedOnceAndInKebabCase() throws IllegalAccessException {
        List<String> declared = new ArrayList<>();
        for (Field field : RejectionCodes.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                declared.add((String) field.get(null));
            }
        }

        assertThat(RejectionCodes.all())
                .containsExactlyInAnyOrderElementsOf(declared)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z]+(-[a-z]+)+"));
    }
}
