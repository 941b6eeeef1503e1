package jp.tenken.command.municipality.onboardmunicipality;

import java.util.List;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateWording;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;

final class OnboardMunicipalityHandler {

    private static final long VERSION = 1;

    @CommandHandler
    Decision handle(OnboardMunicipality command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(OnboardMunicipality command, State state) {
        Rejection.requireVersion(command.expectedVersion(), state.version());
        MunicipalityOnboarded onboarded =
                new MunicipalityOnboarded(
                        command.code(), command.nameJa(), command.nameEn(), command.kind());
        if (state.onboarded() == null) {
            return new Decision(
                    command.code().value(), VERSION, List.of(onboarded, adoptedBy(command)));
        }
        if (!onboarded.equals(state.onboarded())) {
            throw Rejection.conflict(RejectionCodes.MUNICIPALITY_ALREADY_ONBOARDED);
        }
        return Decision.withoutEffect(command.code().value(), VERSION);
    }

    private static TemplateAdopted adoptedBy(OnboardMunicipality command) {
        return new TemplateAdopted(
                BuiltInTemplates.SHINJUKU,
                BuiltInTemplates.SHINJUKU_VERSION,
                TemplateWording.of(command.nameJa(), command.nameEn(), command.kind()));
    }

    /**
     * What was onboarded in this tenant; there is at most one.
     *
     * @param onboarded null before it
     */
    @EventSourcedEntity
    record State(@Nullable MunicipalityOnboarded onboarded) {

        @EntityCreator
        State() {
            this(null);
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(event);
        }

        long version() {
            return onboarded == null ? 0 : VERSION;
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(MunicipalityCode code) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(EventCatalogue.nameOf(MunicipalityOnboarded.class));
        }
    }
}
