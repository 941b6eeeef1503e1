package jp.tenken.kernel.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.TemplateAdopted;

/** Every event in its newest version, area by area. */
public final class EventCatalogue {

    private static final List<EventType> TYPES =
            List.of(
                    EventType.of(MunicipalityOnboarded.class),
                    EventType.of(DepartmentEstablished.class),
                    EventType.of(DepartmentRenamed.class),
                    EventType.of(TemplateAdopted.class),
                    EventType.of(ContractRegistered.class),
                    EventType.of(ContractFactsDeclared.class),
                    EventType.of(ChecklistOpened.class),
                    EventType.of(ItemDecided.class));

    private static final Map<String, EventType> BY_NAME =
            TYPES.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private static final Map<Class<?>, String> NAMES =
            TYPES.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::payload, EventType::name));

    private EventCatalogue() {}

    /** All events, in the order of the areas. */
    public static List<EventType> types() {
        return TYPES;
    }

    /** The event of this qualified name, or empty. */
    public static Optional<EventType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The stable name of the event that the record carries, as criteria need it.
     *
     * @throws IllegalArgumentException where the record is not in the catalogue
     */
    public static String nameOf(Class<? extends Record> payload) {
        String name = NAMES.get(payload);
        if (name == null) {
            throw new IllegalArgumentException(payload + " is no event");
        }
        return name;
    }
}
