package jp.tenken.query;

import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;
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
 * Starts the read side: it keeps its share of the views and answers from all of them. Any number of
 * them share one log.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PartConfiguration.class)
public class QueryServiceApplication {

    private static final String NAME = "query-service";

    /** Runs until the process is told to stop; exits with 1 and one line when it cannot start. */
    public static void main(String[] arguments) {
        Launch.run(QueryServiceApplication.class, NAME, arguments);
    }

    @Bean
    ServiceParts parts() {
        return new ServiceParts(
                NAME,
                EdgeRole.part(false),
                UnaryOperator.identity(),
                QueryService.views(),
                Set.of(Tags.CONTRACT));
    }

    @Bean
    EndpointSource endpoints(TenkenRuntime runtime, Clock clock) {
        return new QueryService(
                        runtime::reader,
                        clock,
                        runtime.privacy().names(),
                        runtime.privacy().opener())
                ::endpoints;
    }
}
