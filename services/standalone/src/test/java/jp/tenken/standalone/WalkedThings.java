package jp.tenken.standalone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.PolicyKind;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateWording;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.standalone.PermissionLines.Whose;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The things that a walked request names: for every request a contract of its own with all that may
 * hang on one, so that no request meets what another has done. They are put into the log as events,
 * because the endpoints that would make them are what is walked.
 */
final class WalkedThings {

    private static final MunicipalityCode HERE = MunicipalityCode.of("131041");
    private static final SealedText SEALED =
            new SealedText("00000000-0000-4000-8000-000000000000", "c2VhbGVk");

    private final TenkenRuntime runtime;
    private final PayloadJson json = new PayloadJson();
    private final AnnotationBasedTagResolver tags = new AnnotationBasedTagResolver();
    private int made;

    WalkedThings(TenkenRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * What there is for one request.
     *
     * @param values of the placeholders, by name without {@code $}
     * @param sequence of the municipality once it is there
     */
    record Things(Map<String, String> values, long sequence) {}

    /** New things: those of the callers, of others, or of others with a part for the callers. */
    Things make(Whose whose) throws Exception {
        made++;
        boolean ownDepartment =
                whose == Whose.OWN || whose == Whose.FOREIGN || whose == Whose.DEPARTMENTS;
        boolean ownContractor =
                whose == Whose.OWN || whose == Whose.FOREIGN || whose == Whose.CONTRACTORS;
        String department = ownDepartment ? "0101" : "0102";
        String contractor = ownContractor ? "walked-own" : "walked-others";
        ContractId contract = ContractId.of("walked-" + made);
        IncidentId incident = IncidentId.of("walked-incident-" + made);
        ConsultationId consultation = ConsultationId.of("walked-consultation-" + made);
        EvidenceId evidence = EvidenceId.of("walked-evidence-" + made);
        List<DepartmentCode> participating =
                whose == Whose.PARTICIPATING ? List.of(DepartmentCode.of("0101")) : List.of();
        List<StoredEvent> events = new ArrayList<>();
        for (Object payload :
                List.of(
                        new ContractRegistered(
                                contract,
                                "walked-" + made,
                                "業務委託",
                                DepartmentCode.of(department),
                                participating,
                                new Contractor(ContractorId.of(contractor), "株式会社例示", null),
                                new Period(
                                        LocalDate.parse("2026-04-01"),
                                        LocalDate.parse("2027-03-31"))),
                        new ChecklistOpened(
                                contract,
                                BuiltInTemplates.SHINJUKU,
                                BuiltInTemplates.SHINJUKU_VERSION,
                                TemplateWording.SHINJUKU),
                        new EvidenceReferenced(
                                contract,
                                evidence,
                                List.of(ItemCode.of("OPS-01")),
                                EvidenceKind.OTHER,
                                "報告書",
                                null,
                                null,
                                LocalDate.parse("2026-04-01")),
                        new IncidentReported(
                                incident,
                                List.of(new IncidentContract(contract, 3)),
                                new IncidentFacts(
                                        Instant.parse("2026-10-01T00:00:00Z"),
                                        null,
                                        null,
                                        null,
                                        SEALED,
                                        null,
                                        null,
                                        null),
                                null),
                        new ConsultationOpened(
                                consultation,
                                contract,
                                Topic.MEASURE_CHANGE,
                                SEALED,
                                SEALED,
                                List.of(ItemCode.of("SYS-11")),
                                null,
                                null,
                                Side.MUNICIPALITY),
                        new PolicyEditionIssued(
                                PolicyEditionId.of("walked-" + made),
                                PolicyKind.GUIDELINE,
                                "手引き",
                                "第1版",
                                LocalDate.parse("2026-10-01")))) {
            events.add(stored(payload));
        }
        Map<String, String> values = new TreeMap<>();
        values.put("contract", contract.value());
        values.put("incident", incident.value());
        values.put("consultation", consultation.value());
        values.put("evidence", evidence.value());
        values.put("event", events.get(3).id());
        values.put("department", department);
        values.put("contractor", contractor);
        values.put("n", Integer.toString(made));
        return new Things(values, append(events));
    }

    private long append(List<StoredEvent> events) throws Exception {
        return runtime.log()
                .appender()
                .append(
                        new AppendRequest(
                                TenantId.derivedFrom(HERE).value(),
                                UUID.randomUUID(),
                                AppendRequest.FRESH_ID,
                                events,
                                null))
                .get(60, TimeUnit.SECONDS)
                .lastSequence();
    }

    private StoredEvent stored(Object payload) {
        EventType type =
                EventCatalogue.types().stream()
                        .filter(each -> each.payload().isInstance(payload))
                        .findFirst()
                        .orElseThrow();
        String id = UUID.randomUUID().toString();
        Map<String, @Nullable String> metadata = new HashMap<>();
        metadata.put(MetadataKeys.ACTOR_SUBJECT, "walked");
        metadata.put(MetadataKeys.ACTOR_ROLE, "security-officer");
        return new StoredEvent(
                id,
                type.name(),
                type.version(),
                Instant.now(),
                tags
                        .resolve(
                                new GenericEventMessage(
                                        new MessageType(type.name(), type.version()), payload))
                        .stream()
                        .map(tag -> new EventTag(tag.key(), tag.value()))
                        .sorted()
                        .toList(),
                metadata,
                json.write(payload),
                new byte[StoredEvent.SALT_LENGTH]);
    }
}
