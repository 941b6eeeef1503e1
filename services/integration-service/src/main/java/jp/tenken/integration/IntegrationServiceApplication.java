package jp.tenken.integration;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.tenken.edge.EdgeRole;
import jp.tenken.kernel.Tags;
import jp.tenken.runtime.service.Launch;
import jp.tenken.runtime.service.PartConfiguration;
import jp.tenken.runtime.service.ServiceParts;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts what delivers to other systems: it reads the log. Any number of them share one log. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PartConfiguration.class, IntegrationConfiguration.class})
public class IntegrationServiceApplication {

    private static final String NAME = "integration-service";

    /** Runs until the process is told to stop; exits with 1 and one line when it cannot start. */
    public static void main(String[] arguments) {
        Launch.run(IntegrationServiceApplication.class, NAME, arguments);
    }

    @Bean
    ServiceParts parts() {
        return new ServiceParts(
                NAME,
                EdgeRole.part(true),
                UnaryOperator.identity(),
                List.of(),
                Set.of(Tags.CONTRACT));
    }
}
