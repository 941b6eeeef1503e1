package jp.tenken.command.contract.registercontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.contract.ContractorReference;
import jp.tenken.command.contract.Registration;
import jp.tenken.command.contract.registercontract.RegisterContractHandler.State;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.CorporateNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterContractTest {

    private static final State READY =
            new State().evolve(Given.adopted()).evolve(Given.established(Given.DEPARTMENT));
    private static final CorporateNumber NUMBER = CorporateNumber.of("1180301018771");

    @Test
    void aContractIsRegisteredAndItsChecklistOpensInTheSameCommit() {
        assertThat(decide(Given.registration(), READY))
                .isEqualTo(new Decision("c-1", 1, List.of(Given.registered(), Given.opened())));
    }

    @Test
    void factsThatAreSaidAreDeclaredAndCountToTheContractsVersion() {
        ContractFacts facts = facts(1200);

        Decision decision = decide(with(facts, null, List.of()), READY);

        assertThat(decision.version()).isEqualTo(2);
        assertThat(decision.events())
                .containsExactly(
                        Given.registered(),
                        new ContractFactsDeclared(Given.CONTRACT, facts),
                        Given.opened());
    }

    @Test
    void factsThatSayNothingAreNoNews() {
        assertThat(decide(with(ContractFacts.NONE, null, List.of()), READY).events()).hasSize(2);
    }

    @Test
    void theDepartmentInChargeAndEveryParticipatingOneMustExist() {
        Registration unknown =
                with(null, null, List.of(Given.OTHER_DEPARTMENT, DepartmentCode.of("0999")));
        State state = READY.evolve(Given.established(Given.OTHER_DEPARTMENT));

        Rejected.as(Rejection.Kind.INVALID, "department-unknown", () -> decide(unknown, state))
                .satisfies(
                        rejection ->
                                assertThat(rejection.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("participatingDepartmentCodes"));
        Rejected.as(
                Rejection.Kind.INVALID,
                "department-unknown",
                () -> decide(Given.registration(), new State().evolve(Given.adopted())));
    }

    @Test
    void participatingDepartmentsAreNamedOnceAndWithoutTheOneInCharge() {
        Registration registration =
                with(
                        null,
                        null,
                        List.of(Given.OTHER_DEPARTMENT, Given.DEPARTMENT, Given.OTHER_DEPARTMENT));
        State state = READY.evolve(Given.established(Given.OTHER_DEPARTMENT));

        ContractRegistered registered =
                (ContractRegistered) decide(registration, state).events().getFirst();

        assertThat(registered.participatingDepartmentCodes())
                .containsExactly(Given.OTHER_DEPARTMENT);
        assertThat(registered.departments())
                .containsExactly(Given.DEPARTMENT, Given.OTHER_DEPARTMENT);
    }

    @Test
    void oneRegistersForOnesOwnDepartmentOnly() {
        Registration foreign =
                Given.registration(ContractorReference.named("株式会社サンプル"), Given.OTHER_STAFF);

        Rejected.as(Rejection.Kind.FORBIDDEN, "out-of-scope", () -> decide(foreign, READY));
        Rejected.as(Rejection.Kind.FORBIDDEN, "out-of-scope", () -> decide(foreign, new State()));
    }

    @Test
    void nothingIsRegisteredInAMunicipalityThatIsNotOnBoard() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> decide(Given.registration(), new State()));
    }

    @Test
    void aTemplateThatWasNotAdoptedIsUnknown() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "template-unknown",
                () -> decide(with(null, "another", List.of()), READY));
    }

    @Test
    void aContractIsRegisteredOnce() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-already-registered",
                () -> decide(Given.registration(), READY.evolve(Given.registered())));
    }

    @Test
    void aContractorIsRecognisedByItsCorporateNumberElseByItsName() {
        Contractor byNumber = contractorOf(new ContractorReference(null, "甲社", NUMBER));
        Contractor sameNumber = contractorOf(new ContractorReference(null, "甲社（新名称）", NUMBER));
        Contractor byName = contractorOf(ContractorReference.named("甲社"));

        assertThat(sameNumber.contractorId()).isEqualTo(byNumber.contractorId());
        assertThat(byName.contractorId())
                .isEqualTo(ContractorId.ofName("甲社"))
                .isNotEqualTo(byNumber.contractorId());
    }

    @Test
    void whoWasNamedWithTheNumberIsTheContractorWhateverItIsCalledInTheContract() {
        ContractorNamed named = new ContractorNamed(ContractorId.of("k-1"), "甲社", NUMBER);
        Registration registration =
                Given.registration(new ContractorReference(null, "甲社（新名称）", NUMBER), Given.STAFF);

        ContractRegistered registered =
                (ContractRegistered) decide(registration, READY.evolve(named)).events().getFirst();

        assertThat(registered.contractor())
                .isEqualTo(new Contractor(ContractorId.of("k-1"), "甲社（新名称）", NUMBER));
    }

    @Test
    void aKnownContractorIsCalledAsInItsLatestContract() {
        ContractRegistered earlier = Given.registered();
        ContractorId id = earlier.contractor().contractorId();
        Registration registration =
                new Registration(
                        ContractId.of("c-2"),
                        "R8-0124",
                        "別の業務委託",
                        Given.DEPARTMENT,
                        List.of(),
                        new ContractorReference(id, null, null),
                        Given.PERIOD,
                        null,
                        null,
                        Scope.whole());

        ContractRegistered registered =
                (ContractRegistered)
                        decide(registration, READY.evolve(earlier)).events().getFirst();

        assertThat(registered.contractor()).isEqualTo(earlier.contractor());
        Rejected.as(
                Rejection.Kind.INVALID, "contractor-unknown", () -> decide(registration, READY));
    }

    @Test
    void aContractorIsNamedOrIdentifiedNotBothAndNotNeither() {
        ContractorId id = ContractorId.ofName("甲社");

        for (Runnable wrong :
                List.<Runnable>of(
                        () -> new ContractorReference(null, null, null),
                        () -> new ContractorReference(id, "甲社", null),
                        () -> new ContractorReference(null, " ", NUMBER))) {
            Rejected.as(Rejection.Kind.INVALID, "contractor-required", wrong::run);
        }
    }

    private static Contractor contractorOf(ContractorReference reference) {
        Registration registration = Given.registration(reference, Given.STAFF);
        return ((ContractRegistered) decide(registration, READY).events().getFirst()).contractor();
    }

    private static Decision decide(Registration registration, State state) {
        return RegisterContractHandler.decide(new RegisterContract(registration), state);
    }

    private static Registration with(
            @Nullable ContractFacts facts,
            @Nullable String templateId,
            List<DepartmentCode> participating) {
        Registration plain = Given.registration();
        return new Registration(
                plain.contractId(),
                plain.contractNumber(),
                plain.title(),
                plain.departmentCode(),
                participating,
                plain.contractor(),
                plain.period(),
                facts,
                templateId,
                plain.scope());
    }

    private static ContractFacts facts(int persons) {
        return new ContractFacts(
                true, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, persons, null, null);
    }
}
