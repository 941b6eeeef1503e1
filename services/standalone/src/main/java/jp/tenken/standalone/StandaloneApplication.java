package jp.tenken.standalone;

import java.net.BindException;
import java.util.Locale;
import jp.tenken.edge.EdgeConfiguration;
import jp.tenken.runtime.observe.ObservabilityConfiguration;
import jp.tenken.storage.sqlite.DataFolderException;
import jp.tenken.vault.MasterKeyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts Tenken in one process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EdgeConfiguration.class, ObservabilityConfiguration.class, StandaloneConfiguration.class})
public class StandaloneApplication {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    /**
     * Does what a command says ({@code export}, {@code import}, {@code verify}), or without one
     * runs until the process is told to stop; exits with 1 and one line when it cannot start.
     */
    public static void main(String[] arguments) {
        // Axon would otherwise ask its maker about newer versions; nothing of ours leaves the
        // process.
        System.setProperty("axoniq.update-checker.disabled", "true");
        if (MoveCommands.areMeantBy(arguments)) {
            System.exit(MoveCommands.run(MoveCommands.line(System::getenv, arguments), arguments));
        }
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        try {
            application.run(arguments);
        } catch (RuntimeException failure) {
            String reason = reason(failure);
            if (reason == null) {
                throw failure;
            }
            logger.error("Tenken did not start: {}", reason);
            System.exit(1);
        }
    }

    /** One line for what the operator can change; null for everything else. */
    static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderException folder) {
                return folder.getMessage();
            }
            if (cause instanceof MasterKeyException key) {
                return key.getMessage();
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
