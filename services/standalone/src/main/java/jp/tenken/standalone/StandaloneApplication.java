package jp.tenken.standalone;

import jp.tenken.edge.EdgeConfiguration;
import jp.tenken.runtime.service.Launch;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts Tenken in one process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EdgeConfiguration.class, StandaloneConfiguration.class})
public class StandaloneApplication {

    /**
     * Does what a command says ({@code export}, {@code import}, {@code verify}, {@code new-epoch}),
     * or without one runs until the process is told to stop; exits with 1 and one line when it
     * cannot start.
     */
    public static void main(String[] arguments) {
        if (MoveCommands.areMeantBy(arguments)) {
            System.exit(MoveCommands.run(MoveCommands.line(System::getenv, arguments), arguments));
        }
        Launch.run(StandaloneApplication.class, "application", arguments);
    }
}
