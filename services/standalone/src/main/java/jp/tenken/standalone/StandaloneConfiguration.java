package jp.tenken.standalone;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import jp.tenken.command.CommandService;
import jp.tenken.edge.EdgeRole;
import jp.tenken.edge.EdgeSettings;
import jp.tenken.edge.EndpointSource;
import jp.tenken.integration.IntegrationConfiguration;
import jp.tenken.kernel.Tags;
import jp.tenken.query.QueryService;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.Waiting;
import jp.tenken.runtime.service.ServiceConfiguration;
import jp.tenken.runtime.service.ServiceParts;
import jp.tenken.runtime.service.StartRebuild;
import jp.tenken.runtime.service.StartReport;
import jp.tenken.runtime.service.Unready;
import jp.tenken.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What the standalone form brings to the assembly: everything of all services, the page at {@code
 * /} and the try-out.
 */
@Configuration(proxyBeanMethods = false)
@Import({ServiceConfiguration.class, IntegrationConfiguration.class})
class StandaloneConfiguration {

    @Bean
    ServiceParts parts() {
        return new ServiceParts(
                "standalone",
                EdgeRole.WHOLE,
                CommandService::configure,
                QueryService.views(),
                Set.of(Tags.CONTRACT));
    }

    @Bean
    EndpointSource commandEndpoints(TenkenRuntime runtime, Clock clock) {
        return () ->
                CommandService.endpoints(
                        runtime.commands(),
                        UUID::randomUUID,
                        runtime.privacy().sealer(),
                        runtime.privacy().events(),
                        runtime.privacy().erasures(),
                        clock);
    }

    @Bean
    EndpointSource queryEndpoints(TenkenRuntime runtime, Clock clock) {
        return new QueryService(
                        runtime::reader,
                        clock,
                        runtime.privacy().names(),
                        runtime.privacy().opener())
                ::endpoints;
    }

    @Bean
    EndpointSource welcome(TryOutProgress progress) {
        return new WelcomePage(progress::state)::endpoints;
    }

    @Bean
    TryOutProgress tryOutProgress(EdgeSettings edge, TenkenRuntime runtime, Clock clock) {
        Vault vault = runtime.storage().vault();
        return edge.withoutIssuer()
                ? Waiting.atStart(
                        TryOutProgress.of(vault, runtime.log().head() == 0, clock.instant()))
                : TryOutProgress.none(vault, clock.instant());
    }

    @Bean
    Unready untilTheContentIsThere(TryOutProgress progress) {
        return () -> progress.state() == TryOutProgress.State.UNDER_WAY;
    }

    @Bean
    StartUp startUp(
            TenkenRuntime runtime,
            EdgeSettings edge,
            TryOutProgress progress,
            StartRebuild rebuild,
            StartReport report,
            Clock clock) {
        return new StartUp(runtime, edge.withoutIssuer(), progress, rebuild, report, clock);
    }
}
