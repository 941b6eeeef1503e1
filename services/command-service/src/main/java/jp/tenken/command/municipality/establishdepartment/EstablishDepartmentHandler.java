package jp.tenken.command.municipality.establishdepartment;

import java.util.List;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityEvent;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;

final class EstablishDepartmentHandler {

    @CommandHandler
    Decision handle(EstablishDepartment command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(EstablishDepartment command, State state) {
        command.scope().requireWhole();
        if (!state.municipalityOnboarded()) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        Rejection.requireVersion(command.expectedVersion(), state.version());
        String id = command.departmentCode().value();
        return state.isCalled(command.nameJa(), command.nameEn())
                ? Decision.withoutEffect(id, state.version())
                : new Decision(id, state.version() + 1, List.of(eventOf(command, state)));
    }

    private static MunicipalityEvent eventOf(EstablishDepartment command, State state) {
        return state.version() == 0
                ? new DepartmentEstablished(
                        command.departmentCode(), command.nameJa(), command.nameEn())
                : new DepartmentRenamed(
                        command.departmentCode(), command.nameJa(), command.nameEn());
    }

    /**
     * The department as it is called now.
     *
     * @param municipalityOnboarded whether the tenant is a municipality at all
     * @param version number of events of this department, 0 before it is established
     * @param nameJa empty before it is established
     * @param nameEn empty before it is established
     */
    @EventSourcedEntity
    record State(boolean municipalityOnboarded, long version, String nameJa, String nameEn) {

        @EntityCreator
        State() {
            this(false, 0, "", "");
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(true, version, nameJa, nameEn);
        }

        @EventSourcingHandler
        State evolve(DepartmentEstablished event) {
            return new State(municipalityOnboarded, version + 1, event.nameJa(), event.nameEn());
        }

        @EventSourcingHandler
        State evolve(DepartmentRenamed event) {
            return new State(municipalityOnboarded, version + 1, event.nameJa(), event.nameEn());
        }

        boolean isCalled(String ja, String en) {
            return nameJa.equals(ja) && nameEn.equals(en);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(DepartmentCode code) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(EventCatalogue.nameOf(MunicipalityOnboarded.class))
                    .or(
                            EventCriteria.havingTags(Tags.DEPARTMENT, code.value())
                                    .andBeingOneOfTypes(
                                            EventCatalogue.nameOf(DepartmentEstablished.class),
                                            EventCatalogue.nameOf(DepartmentRenamed.class)));
        }
    }
}
