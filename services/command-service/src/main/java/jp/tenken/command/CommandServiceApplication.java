package jp.tenken.command;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tenken.edge.EdgeRole;
import jp.tenken.edge.EndpointSource;
import jp.tenken.kernel.Tags;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.service.Launch;
import jp.tenken.runtime.service.PartConfiguration;
import jp.tenken.runtime.service.ServiceParts;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Starts the write side: it takes commands, and keeps no view. Any number of them share one log.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PartConfiguration.class)
public class CommandServiceApplication {

    private static final String NAME = "command-service";

    /** Runs until the process is told to stop; exits with 1 and one line when it cannot start. */
    public static void main(String[] arguments) {
        Launch.run(CommandServiceApplication.class, NAME, arguments);
    }

    @Bean
    ServiceParts parts() {
        return new ServiceParts(
                NAME,
                EdgeRole.part(false),
                CommandService::configure,
                List.of(),
                Set.of(Tags.CONTRACT));
    }

    @Bean
    EndpointSource endpoints(TenkenRuntime runtime, Clock clock) {
        return () ->
                CommandService.endpoints(
                        runtime.commands(),
                        UUID::randomUUID,
                        runtime.privacy().sealer(),
                        runtime.privacy().events(),
                        runtime.privacy().erasures(),
                        clock);
    }
}
