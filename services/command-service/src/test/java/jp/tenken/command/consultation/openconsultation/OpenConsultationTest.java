package jp.tenken.command.consultation.openconsultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.consultation.Consulted;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.PolicyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenConsultationTest {

    private static final IncidentId INCIDENT = IncidentId.of("i-1");
    private static final PolicyEditionId EDITION = PolicyEditionId.of("2026.1");
    private static final OpenConsultationState READY =
            Folded.into(new OpenConsultationState(), Given.registered(), Given.opened());

    @Test
    void theMunicipalityOrTheContractorOpensOne() {
        ConsultationOpened opened = Consulted.opened(Topic.MEASURE_CHANGE, Side.MUNICIPALITY);

        assertThat(decide(Topic.MEASURE_CHANGE, null, null, Given.STAFF, READY))
                .isEqualTo(new Decision("con-1", 1, List.of(opened)));
        assertThat(
                        decide(Topic.MEASURE_CHANGE, null, null, Consulted.AS_CONTRACTOR, READY)
                                .events())
                .containsExactly(Consulted.opened(Topic.MEASURE_CHANGE, Side.CONTRACTOR));
        assertThat(
                        decide(
                                Topic.MEASURE_CHANGE,
                                null,
                                null,
                                Given.STAFF,
                                Folded.into(READY, opened)))
                .isEqualTo(Decision.withoutEffect("con-1", 1));
    }

    @Test
    void oneAfterAnIncidentNamesAnIncidentOfTheContract() {
        OpenConsultationState elsewhere = Folded.into(READY, reported("c-2"));
        OpenConsultationState here =
                Folded.into(
                        elsewhere,
                        new IncidentContractAdded(
                                INCIDENT,
                                new IncidentContract(Given.CONTRACT, null),
                                List.of(ContractId.of("c-2"), Given.CONTRACT)));

        Rejected.as(
                Rejection.Kind.INVALID,
                "incident-required",
                () -> decide(Topic.INCIDENT, null, null, Given.STAFF, here));
        Rejected.as(
                Rejection.Kind.INVALID,
                "incident-unknown",
                () -> decide(Topic.INCIDENT, INCIDENT, null, Given.STAFF, elsewhere));
        assertThat(decide(Topic.INCIDENT, INCIDENT, null, Given.STAFF, here).events()).hasSize(1);
    }

    @Test
    void anEditionThatIsNamedWasIssued() {
        OpenConsultationState issued =
                Folded.into(
                        READY,
                        new PolicyEditionIssued(
                                EDITION, PolicyKind.LAW, "法", "1", LocalDate.parse("2026-10-01")));

        Rejected.as(
                Rejection.Kind.INVALID,
                "policy-edition-unknown",
                () -> decide(Topic.POLICY_CHANGE, null, EDITION, Given.STAFF, READY));
        assertThat(decide(Topic.POLICY_CHANGE, null, EDITION, Given.STAFF, issued).events())
                .hasSize(1);
    }

    @Test
    void afterTheContractsEndThereAreConsultationsAboutIncidentsOnly() {
        OpenConsultationState closed =
                Folded.into(READY, reported(Given.CONTRACT.value()), Given.closed());

        for (Topic topic : List.of(Topic.MEASURE_CHANGE, Topic.POLICY_CHANGE)) {
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "contract-closed",
                    () -> decide(topic, null, null, Given.STAFF, closed));
        }
        assertThat(decide(Topic.INCIDENT, INCIDENT, null, Given.STAFF, closed).events()).hasSize(1);
    }

    @Test
    void itemsAreOfTheChecklistAndOthersHaveNoSay() {
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "item-unknown",
                        () ->
                                OpenConsultationHandler.decide(
                                        command(
                                                Topic.MEASURE_CHANGE,
                                                List.of(Consulted.ITEM, ItemCode.of("SYS-99")),
                                                null,
                                                null,
                                                Given.STAFF),
                                        READY))
                .satisfies(
                        no ->
                                assertThat(no.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("itemCodes[1]"));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(Topic.MEASURE_CHANGE, null, null, Given.OTHER_STAFF, READY));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "contract-not-found",
                () ->
                        decide(
                                Topic.MEASURE_CHANGE,
                                null,
                                null,
                                Given.STAFF,
                                new OpenConsultationState()));
    }

    private static IncidentReported reported(String contract) {
        return new IncidentReported(
                INCIDENT,
                List.of(new IncidentContract(ContractId.of(contract), null)),
                new IncidentFacts(
                        Instant.parse("2026-10-01T00:00:00Z"),
                        null,
                        null,
                        null,
                        Given.SEALED,
                        null,
                        null,
                        null),
                null);
    }

    private static Decision decide(
            Topic topic,
            @Nullable IncidentId incident,
            @Nullable PolicyEditionId edition,
            Scope scope,
            OpenConsultationState state) {
        return OpenConsultationHandler.decide(
                command(topic, List.of(Consulted.ITEM), incident, edition, scope), state);
    }

    private static OpenConsultation command(
            Topic topic,
            List<ItemCode> items,
            @Nullable IncidentId incident,
            @Nullable PolicyEditionId edition,
            Scope scope) {
        return new OpenConsultation(
                Consulted.ID,
                Given.CONTRACT,
                topic,
                Given.SEALED,
                Given.SEALED,
                items,
                incident,
                edition,
                scope);
    }
}
