package jp.tenken.standalone;

import java.time.Clock;
import java.util.Set;
import jp.tenken.kernel.Tags;
import jp.tenken.runtime.move.MunicipalityMove;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The storage that the settings name, read as the program itself reads them, open for one command.
 */
record MoveSession(MoveStorage opened, MunicipalityMove move) implements AutoCloseable {

    /** Nothing but the settings. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(StandaloneSettings.class)
    static class SettingsOnly {}

    /**
     * Opens it.
     *
     * @param arguments settings as the program takes them, {@code --tenken.data=...}
     */
    static MoveSession open(String... arguments) {
        Clock clock = Clock.systemUTC();
        MoveStorage opened = MoveStorage.open(settings(arguments), clock);
        return new MoveSession(
                opened, MunicipalityMove.over(opened.storage(), Set.of(Tags.CONTRACT), clock));
    }

    private static StandaloneSettings settings(String... arguments) {
        SpringApplication reading = new SpringApplication(SettingsOnly.class);
        reading.setWebApplicationType(WebApplicationType.NONE);
        reading.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = reading.run(arguments)) {
            return context.getBean(StandaloneSettings.class);
        }
    }

    @Override
    public void close() {
        try (opened) {
            move.close();
        }
    }
}
