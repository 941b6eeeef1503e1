package jp.tenken.command.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.TemplateAdopted;
import org.jspecify.annotations.Nullable;

/**
 * What must be known to register a contract, and the decision itself.
 *
 * @param template what the municipality adopted; null = it is not onboarded
 * @param departments those of the boundary that exist
 * @param contracts of the boundary: the contract itself if it is there, and the contractor's
 * @param named how the contractors of the boundary were named last
 */
public record RegistrationState(
        @Nullable TemplateAdopted template,
        Set<DepartmentCode> departments,
        List<ContractRegistered> contracts,
        Map<ContractorId, ContractorNamed> named) {

    /** Nothing known. */
    public static final RegistrationState EMPTY =
            new RegistrationState(null, Set.of(), List.of(), Map.of());

    /** Copies the collections. */
    public RegistrationState {
        departments = Set.copyOf(departments);
        contracts = List.copyOf(contracts);
        named = Map.copyOf(named);
    }

    /** The municipality adopted a template. */
    public RegistrationState evolve(TemplateAdopted event) {
        return new RegistrationState(event, departments, contracts, named);
    }

    /** A department of the boundary exists. */
    public RegistrationState evolve(DepartmentEstablished event) {
        Set<DepartmentCode> more = new HashSet<>(departments);
        more.add(event.departmentCode());
        return new RegistrationState(template, more, contracts, named);
    }

    /** A contract of the boundary exists. */
    public RegistrationState evolve(ContractRegistered event) {
        List<ContractRegistered> more = new ArrayList<>(contracts);
        more.add(event);
        return new RegistrationState(template, departments, more, named);
    }

    /** A contractor of the boundary was named. */
    public RegistrationState evolve(ContractorNamed event) {
        Map<ContractorId, ContractorNamed> more = new HashMap<>(named);
        more.put(event.contractorId(), event);
        return new RegistrationState(template, departments, contracts, more);
    }

    /**
     * The events that register the contract and open its checklist, the opening last.
     *
     * @throws Rejection where the caller may not, or something that it names does not exist
     */
    public List<Object> register(Registration registration) {
        registration.scope().require(registration.departmentCode());
        TemplateAdopted adopted = adoptedFor(registration.templateId());
        requireNew(registration);
        requireDepartments(registration);
        List<Object> events = new ArrayList<>();
        events.add(registered(registration, contractorOf(registration.contractor())));
        ContractFacts facts = registration.facts();
        if (facts != null && !facts.equals(ContractFacts.NONE)) {
            events.add(new ContractFactsDeclared(registration.contractId(), facts));
        }
        events.add(
                new ChecklistOpened(
                        registration.contractId(),
                        adopted.templateId(),
                        adopted.templateVersion(),
                        adopted.wording()));
        return events;
    }

    private TemplateAdopted adoptedFor(@Nullable String templateId) {
        if (template == null) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        if (templateId != null && !templateId.equals(template.templateId())) {
            throw Rejection.invalidField("templateId", RejectionCodes.TEMPLATE_UNKNOWN);
        }
        return template;
    }

    private void requireNew(Registration registration) {
        if (contracts.stream()
                .anyMatch(known -> known.contractId().equals(registration.contractId()))) {
            throw Rejection.conflict(RejectionCodes.CONTRACT_ALREADY_REGISTERED);
        }
    }

    private void requireDepartments(Registration registration) {
        List<Violation> violations = new ArrayList<>();
        requireDepartment("departmentCode", registration.departmentCode(), violations);
        for (DepartmentCode code : registration.participatingDepartmentCodes()) {
            requireDepartment("participatingDepartmentCodes", code, violations);
        }
        if (!violations.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.DEPARTMENT_UNKNOWN, violations);
        }
    }

    private void requireDepartment(String field, DepartmentCode code, List<Violation> violations) {
        if (!departments.contains(code)) {
            violations.add(
                    new Violation(
                            field,
                            RejectionCodes.DEPARTMENT_UNKNOWN,
                            Map.of("departmentCode", code.value())));
        }
    }

    /** A contractor is called as it was named last, else as in its latest contract. */
    private Contractor contractorOf(ContractorReference reference) {
        if (reference.knownId() == null) {
            return new Contractor(
                    recognised(reference),
                    Objects.requireNonNull(reference.name()),
                    reference.corporateNumber());
        }
        ContractorNamed latest = named.get(Objects.requireNonNull(reference.knownId()));
        if (latest != null) {
            return new Contractor(latest.contractorId(), latest.name(), latest.corporateNumber());
        }
        return contracts.reversed().stream()
                .map(ContractRegistered::contractor)
                .filter(known -> known.contractorId().equals(reference.knownId()))
                .findFirst()
                .orElseThrow(
                        () ->
                                Rejection.invalidField(
                                        "contractor.contractorId",
                                        RejectionCodes.CONTRACTOR_UNKNOWN));
    }

    /** Whoever was named with the number, else the id that follows from the description. */
    private ContractorId recognised(ContractorReference reference) {
        return named.values().stream()
                .filter(
                        each ->
                                each.corporateNumber() != null
                                        && each.corporateNumber()
                                                .equals(reference.corporateNumber()))
                .map(ContractorNamed::contractorId)
                .findFirst()
                .orElseGet(reference::contractorId);
    }

    private static ContractRegistered registered(Registration registration, Contractor contractor) {
        return new ContractRegistered(
                registration.contractId(),
                registration.contractNumber(),
                registration.title(),
                registration.departmentCode(),
                registration.participatingDepartmentCodes(),
                contractor,
                registration.period());
    }
}
