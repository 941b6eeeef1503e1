package jp.tenken.command;

import jp.tenken.command.checklist.decideitem.DecideItemConfiguration;
import jp.tenken.command.checklist.importchecklist.ImportChecklistConfiguration;
import jp.tenken.command.contract.importcontract.ImportContractConfiguration;
import jp.tenken.command.contract.registercontract.RegisterContractConfiguration;
import jp.tenken.command.municipality.establishdepartment.EstablishDepartmentConfiguration;
import jp.tenken.command.municipality.onboardmunicipality.OnboardMunicipalityConfiguration;
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
        return configurer;
    }
}
