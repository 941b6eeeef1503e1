package jp.tenken.command.contract;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.TemplateAdopted;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * Which events a registration depends on: the adopted template, the named departments, the contract
 * itself, and the contractor's name and contracts where it is named by its id.
 *
 * <p>The contracts of a described contractor are left out, because its id follows from the
 * description: so two registrations with one contractor do not disturb each other. Only where it is
 * described by its corporate number, somebody may have been named with that number.
 *
 * @param contractId the contract to be
 * @param departments the one in charge and the participating ones
 * @param knownContractor null where the contractor is described
 * @param byNumber whether it is described by a corporate number
 */
public record RegistrationBoundary(
        ContractId contractId,
        List<DepartmentCode> departments,
        @Nullable ContractorId knownContractor,
        boolean byNumber) {

    /** Copies the list. */
    public RegistrationBoundary {
        departments = List.copyOf(departments);
    }

    /** The boundary as Axon asks for it. */
    public EventCriteria criteria() {
        EventCriteria criteria =
                tagged(Tags.MUNICIPALITY, Tags.SELF, TemplateAdopted.class)
                        .or(tagged(Tags.CONTRACT, contractId.value(), ContractRegistered.class));
        for (DepartmentCode department : departments) {
            criteria =
                    criteria.or(
                            tagged(
                                    Tags.DEPARTMENT,
                                    department.value(),
                                    DepartmentEstablished.class));
        }
        if (byNumber) {
            criteria =
                    criteria.or(
                            EventCriteria.havingAnyTag()
                                    .andBeingOneOfTypes(
                                            EventCatalogue.nameOf(ContractorNamed.class)));
        }
        return knownContractor == null
                ? criteria
                : criteria.or(
                                tagged(
                                        Tags.CONTRACTOR,
                                        knownContractor.value(),
                                        ContractRegistered.class))
                        .or(
                                tagged(
                                        Tags.CONTRACTOR,
                                        knownContractor.value(),
                                        ContractorNamed.class));
    }

    private static EventCriteria tagged(String key, String value, Class<? extends Record> event) {
        return EventCriteria.havingTags(key, value)
                .andBeingOneOfTypes(EventCatalogue.nameOf(event));
    }
}
