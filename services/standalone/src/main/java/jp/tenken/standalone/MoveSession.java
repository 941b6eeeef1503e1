package jp.tenken.standalone;

import java.time.Clock;
import java.util.Set;
import java.util.function.BiFunction;
import jp.tenken.kernel.Tags;
import jp.tenken.runtime.move.MunicipalityMove;
import jp.tenken.runtime.service.ClockConfiguration;
import jp.tenken.runtime.storage.OpenStorage;
import jp.tenken.runtime.storage.StorageChoice;
import jp.tenken.runtime.storage.StorageSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The storage that the settings name, read as the program itself reads them, open for one command.
 */
record MoveSession(OpenStorage opened, MunicipalityMove move) implements AutoCloseable {

    /** Nothing but the settings and the time. */
    @Configuration(proxyBeanMethods = false)
    @Import(ClockConfiguration.class)
    @EnableConfigurationProperties(StorageSettings.class)
    static class SettingsOnly {}

    /**
     * Opens it.
     *
     * @param arguments settings as the program takes them, {@code --tenken.data=...}
     */
    static MoveSession open(String... arguments) {
        return read(MoveSession::open, arguments);
    }

    /** Does something with what the arguments and the environment say, and with the clock. */
    static <T> T read(BiFunction<StorageSettings, Clock, T> work, String... arguments) {
        SpringApplication reading = new SpringApplication(SettingsOnly.class);
        reading.setWebApplicationType(WebApplicationType.NONE);
        reading.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = reading.run(arguments)) {
            return work.apply(context.getBean(StorageSettings.class), context.getBean(Clock.class));
        }
    }

    private static MoveSession open(StorageSettings settings, Clock clock) {
        OpenStorage opened = StorageChoice.ofAll().open(settings, true, clock);
        return new MoveSession(
                opened, MunicipalityMove.over(opened.storage(), Set.of(Tags.CONTRACT), clock));
    }

    @Override
    public void close() {
        try (opened) {
            move.close();
        }
    }
}
