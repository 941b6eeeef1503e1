package jp.tenken.command.municipality.establishdepartment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.municipality.establishdepartment.EstablishDepartmentHandler.State;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import org.junit.jupiter.api.Test;

class EstablishDepartmentTest {

    private static final State ONBOARDED = new State().evolve(Given.onboarded());
    private static final State ESTABLISHED =
            ONBOARDED.evolve(new DepartmentEstablished(Given.DEPARTMENT, "健康推進課", "Health"));

    @Test
    void aNewCodeEstablishesADepartment() {
        assertThat(decide("健康推進課", "Health", ONBOARDED))
                .isEqualTo(
                        new Decision(
                                "0101",
                                1,
                                List.of(
                                        new DepartmentEstablished(
                                                Given.DEPARTMENT, "健康推進課", "Health"))));
    }

    @Test
    void otherNamesRenameIt() {
        assertThat(decide("健康づくり課", "Health", ESTABLISHED))
                .isEqualTo(
                        new Decision(
                                "0101",
                                2,
                                List.of(
                                        new DepartmentRenamed(
                                                Given.DEPARTMENT, "健康づくり課", "Health"))));
    }

    @Test
    void theSameNamesAgainChangeNothing() {
        State renamed =
                ESTABLISHED.evolve(new DepartmentRenamed(Given.DEPARTMENT, "健康づくり課", "Health"));

        assertThat(decide("健康づくり課", "Health", renamed))
                .isEqualTo(Decision.withoutEffect("0101", 2));
    }

    @Test
    void thereIsNoDepartmentWithoutAMunicipality() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> decide("健康推進課", "Health", new State()));
    }

    @Test
    void aDepartmentDoesNotEstablishDepartments() {
        EstablishDepartment byStaff =
                new EstablishDepartment(Given.DEPARTMENT, "健康推進課", "Health", Given.STAFF, null);

        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> EstablishDepartmentHandler.decide(byStaff, new State()));
    }

    @Test
    void aRenamingDecidedOnAnOlderVersionIsStale() {
        EstablishDepartment late =
                new EstablishDepartment(Given.DEPARTMENT, "別の課", "Other", Scope.whole(), 0L);

        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> EstablishDepartmentHandler.decide(late, ESTABLISHED));
    }

    private static Decision decide(String nameJa, String nameEn, State state) {
        return EstablishDepartmentHandler.decide(
                new EstablishDepartment(Given.DEPARTMENT, nameJa, nameEn, Scope.whole(), null),
                state);
    }
}
