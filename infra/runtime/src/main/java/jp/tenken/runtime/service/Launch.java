package jp.tenken.runtime.service;

import java.net.BindException;
import java.util.Locale;
import java.util.Map;
import jp.tenken.edge.SettingsException;
import jp.tenken.storage.mongodb.MongoStorageException;
import jp.tenken.storage.sqlite.DataFolderException;
import jp.tenken.vault.MasterKeyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;

/** Starts a service, or says in one line why it did not start. */
public final class Launch {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private Launch() {}

    /**
     * Runs until the process is told to stop; exits with 1 and one line when it cannot start.
     *
     * @param service the main class
     * @param settings name of the settings file, without {@code .yaml}: each service has its own,
     *     also where several are on one class path
     */
    public static void run(Class<?> service, String settings, String... arguments) {
        try {
            var unused = application(service, settings).run(arguments);
        } catch (RuntimeException failure) {
            String reason = reason(failure);
            if (reason == null) {
                throw failure;
            }
            logger.error("Tenken did not start: {}", reason);
            System.exit(1);
        }
    }

    /** A service that is not started yet, as {@link #run} starts it. */
    public static SpringApplication application(Class<?> service, String settings) {
        // Axon would otherwise ask its maker about newer versions; nothing of ours leaves the
        // process.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication application = new SpringApplication(service);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("spring.config.name", settings));
        return application;
    }

    /** One line for what the operator can change; null for everything else. */
    public static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderException
                    || cause instanceof MongoStorageException
                    || cause instanceof MasterKeyException
                    || cause instanceof SettingsException) {
                return cause.getMessage();
            }
            if (cause instanceof PortInUseException port) {
                return "port %d is taken; stop what listens there or set SERVER_PORT"
                        .formatted(port.getPort());
            }
            if (cause instanceof BindException bind) {
                return "the address cannot be listened on (%s); see SERVER_ADDRESS and SERVER_PORT"
                        .formatted(String.valueOf(bind.getMessage()).toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }
}
