package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.command.checklist.approvechecklist.ApproveChecklist;
import jp.tenken.command.checklist.decideitem.DecideItem;
import jp.tenken.command.checklist.importchecklist.ImportChecklist;
import jp.tenken.command.checklist.submitchecklist.SubmitChecklist;
import jp.tenken.command.contract.importcontract.ImportContract;
import jp.tenken.command.contract.registercontract.RegisterContract;
import jp.tenken.command.form.MarkdownForm;
import jp.tenken.command.municipality.establishdepartment.EstablishDepartment;
import jp.tenken.command.municipality.onboardmunicipality.OnboardMunicipality;
import jp.tenken.command.privacy.eraseperson.ErasePerson;
import jp.tenken.command.privacy.redactevent.RedactEvent;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.kernel.privacy.TextRedacted;
import jp.tenken.testkit.SliceFixture;
import org.axonframework.test.fixture.AxonTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Each slice once over the engine that production runs: that it is registered, that its criteria
 * find what its state needs, and nothing of another item or contract.
 */
class WiredSlicesTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-06");

    private final AxonTestFixture slices = SliceFixture.of(CommandService::configure);

    @AfterEach
    void stop() {
        slices.stop();
    }

    @Test
    void aMunicipalityIsOnboardedOnce() {
        OnboardMunicipality shinjuku =
                new OnboardMunicipality(
                        MunicipalityCode.of("131041"),
                        "新宿区",
                        "Shinjuku City",
                        MunicipalityKind.SPECIAL_WARD,
                        null);

        slices.given()
                .noPriorActivity()
                .when()
                .command(shinjuku)
                .then()
                .success()
                .events(Given.onboarded(), Given.adopted())
                .and()
                .when()
                .command(shinjuku)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void theTextsOfAnEventAreErasedOnce() {
        RedactEvent command =
                new RedactEvent("e-1", List.of("key-1"), Given.SEALED, Scope.whole(), null);

        slices.given()
                .events(Given.onboarded(), new TextRedacted("e-0", List.of("key-0"), Given.SEALED))
                .when()
                .command(command)
                .then()
                .success()
                .events(new TextRedacted("e-1", List.of("key-1"), Given.SEALED))
                .and()
                .when()
                .command(command)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void aPersonIsErasedOnce() {
        ErasePerson command = new ErasePerson("tanaka", Given.SEALED, Scope.whole(), null);

        slices.given()
                .events(Given.onboarded(), new PersonErased("sato", Given.SEALED))
                .when()
                .command(command)
                .then()
                .success()
                .events(new PersonErased("tanaka", Given.SEALED))
                .and()
                .when()
                .command(command)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void aDepartmentIsEstablishedBesideOthers() {
        slices.given()
                .events(Given.onboarded(), Given.established(Given.OTHER_DEPARTMENT))
                .when()
                .command(
                        new EstablishDepartment(
                                Given.DEPARTMENT, "健康推進課", "Health", Scope.whole(), null))
                .then()
                .success()
                .events(new DepartmentEstablished(Given.DEPARTMENT, "健康推進課", "Health"));
    }

    @Test
    void aContractIsRegisteredWhereItsDepartmentExists() {
        slices.given()
                .events(
                        Given.onboarded(),
                        Given.adopted(),
                        Given.established(Given.OTHER_DEPARTMENT))
                .when()
                .command(new RegisterContract(Given.registration()))
                .then()
                .exceptionSatisfies(WiredSlicesTest::isDepartmentUnknown)
                .and()
                .given()
                .events(Given.established(Given.DEPARTMENT))
                .when()
                .command(new RegisterContract(Given.registration()))
                .then()
                .success()
                .events(Given.registered(), Given.opened());
    }

    @Test
    void aDecisionSeesTheContractAndItsOwnItemOnly() {
        ItemDecided other = decided(ItemCode.of("OPS-07"), Answer.IMPLEMENT, null);

        slices.given()
                .events(Given.registered(), Given.opened(), other, other)
                .when()
                .command(decide(1L))
                .then()
                .exceptionSatisfies(thrown -> assertRejected(thrown, "version-stale"))
                .and()
                .when()
                .command(decide(0L))
                .then()
                .success()
                .events(decided(ITEM, Answer.NOT_NEEDED, "紙媒体のみ"))
                .and()
                .when()
                .command(decide(1L))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void theFilledFormIsImportedIntoAContractOrAsOne() throws IOException {
        slices.given()
                .events(Given.onboarded(), Given.adopted(), Given.established(Given.DEPARTMENT))
                .when()
                .command(
                        new ImportContract(
                                Given.registration(), MarkdownForm.rowsOf(Samples.shinjuku())))
                .then()
                .success()
                .eventsSatisfy(events -> assertThat(events).hasSize(26))
                .and()
                .when()
                .command(
                        new ImportChecklist(
                                Given.CONTRACT,
                                MarkdownForm.rowsOf(Samples.shinjuku()),
                                Given.STAFF,
                                25L))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoSubmittedIsKnownFromTheEventsMetadata() {
        slices.given()
                .events(Given.allDecidedBut())
                .when()
                .command(new SubmitChecklist(Given.CONTRACT, null, null, Given.STAFF, 25L))
                .then()
                .success()
                .events(Given.submitted(1))
                .and()
                .when()
                .command(approve("tanaka"))
                .then()
                .exceptionSatisfies(thrown -> assertRejected(thrown, "duties-not-separated"))
                .and()
                .when()
                .command(approve("sato"))
                .then()
                .success()
                .events(Given.approved(1));
    }

    private static ApproveChecklist approve(String actor) {
        return new ApproveChecklist(
                Given.CONTRACT,
                null,
                null,
                null,
                LocalDate.parse("2026-04-01"),
                actor,
                Given.STAFF,
                26L);
    }

    private static DecideItem decide(long expectedVersion) {
        return new DecideItem(
                Given.CONTRACT,
                new WantedDecision(ITEM, Answer.NOT_NEEDED, "紙媒体のみ", null, null),
                Given.STAFF,
                expectedVersion);
    }

    private static ItemDecided decided(ItemCode item, Answer answer, @Nullable String reason) {
        return new ItemDecided(Given.CONTRACT, 1, item, answer, reason, null, null);
    }

    private static void isDepartmentUnknown(Throwable thrown) {
        assertRejected(thrown, "department-unknown");
    }

    private static void assertRejected(Throwable thrown, String code) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertThat(root)
                .isInstanceOfSatisfying(
                        Rejection.class, rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
