package jp.tenken.command.contract.namecontractor;

import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.CorporateNumber;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * Which events the name of a contractor depends on: those that named it, the contracts with it,
 * from which it may be known already, and with a corporate number all that named any, for one of
 * them may have that number; who has it from contracts alone has the id that follows from it.
 * Contractors are named by the hundred, not by the million.
 *
 * @param contractorId the contractor
 * @param corporateNumber null where it gets none
 */
record NamingBoundary(ContractorId contractorId, @Nullable CorporateNumber corporateNumber) {

    private static final String REGISTERED = EventCatalogue.nameOf(ContractRegistered.class);

    EventCriteria criteria() {
        EventCriteria onboarded =
                EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                        .andBeingOneOfTypes(EventCatalogue.nameOf(MunicipalityOnboarded.class));
        String named = EventCatalogue.nameOf(ContractorNamed.class);
        EventCriteria own =
                onboarded.or(
                        EventCriteria.havingTags(Tags.CONTRACTOR, contractorId.value())
                                .andBeingOneOfTypes(named, REGISTERED));
        if (corporateNumber == null) {
            return own;
        }
        return own.or(EventCriteria.havingAnyTag().andBeingOneOfTypes(named))
                .or(
                        EventCriteria.havingTags(
                                        Tags.CONTRACTOR,
                                        ContractorId.ofCorporateNumber(corporateNumber.value())
                                                .value())
                                .andBeingOneOfTypes(REGISTERED));
    }
}
