package jp.tenken.runtime.service;

import jp.tenken.edge.EdgeConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that one of several services needs but its own {@link ServiceParts} and endpoints. */
@Configuration(proxyBeanMethods = false)
@Import({EdgeConfiguration.class, ServiceConfiguration.class})
public class PartConfiguration {

    /** What happens once it listens. */
    @Bean
    ServiceStart serviceStart(ServiceParts parts, StartReport report, StartRebuild rebuild) {
        return new ServiceStart(parts.name(), report, rebuild);
    }
}
