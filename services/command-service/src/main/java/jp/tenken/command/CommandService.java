package jp.tenken.command;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.command.checklist.decideitem.DecideItemConfiguration;
import jp.tenken.command.checklist.importchecklist.ImportChecklistConfiguration;
import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.importcontract.ImportContractConfiguration;
import jp.tenken.command.contract.registercontract.RegisterContractConfiguration;
import jp.tenken.command.municipality.establishdepartment.EstablishDepartmentConfiguration;
import jp.tenken.command.municipality.onboardmunicipality.OnboardMunicipalityConfiguration;
import jp.tenken.command.privacy.eraseperson.ErasePersonConfiguration;
import jp.tenken.command.privacy.redactevent.RedactEventConfiguration;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Contents page of the write side. */
public final class CommandService {

    private CommandService() {}

    /** Registers every slice. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        OnboardMunicipalityConfiguration.configure(configurer);
        EstablishDepartmentConfiguration.configure(configurer);
        RegisterContractConfiguration.configure(configurer);
        ImportContractConfiguration.configure(configurer);
        DecideItemConfiguration.configure(configurer);
        ImportChecklistConfiguration.configure(configurer);
        RedactEventConfiguration.configure(configurer);
        ErasePersonConfiguration.configure(configurer);
        return configurer;
    }

    /**
     * Every operation of the write side.
     *
     * @param commands sends the commands
     * @param random gives ids to what is created without an idempotency key
     * @param texts seals free texts before they go into a command
     * @param events finds events by their ids
     * @param erasures tells when recorded erasures have been carried out
     */
    public static List<Endpoint> endpoints(
            CommandDispatcher commands,
            Supplier<UUID> random,
            TextSealer texts,
            RecordedEvents events,
            Erasures erasures) {
        ContractIds ids = new ContractIds(random);
        return List.of(
                OnboardMunicipalityConfiguration.endpoint(commands),
                EstablishDepartmentConfiguration.endpoint(commands),
                RegisterContractConfiguration.endpoint(commands, ids),
                ImportContractConfiguration.endpoint(commands, ids),
                DecideItemConfiguration.endpoint(commands),
                ImportChecklistConfiguration.endpoint(commands),
                RedactEventConfiguration.endpoint(commands, events, erasures),
                ErasePersonConfiguration.endpoint(commands, erasures));
    }
}
