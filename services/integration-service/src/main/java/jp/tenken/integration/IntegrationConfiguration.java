package jp.tenken.integration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.tenken.edge.EndpointSource;
import jp.tenken.runtime.TenkenRuntime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What delivers to other systems, for the process of its own and for the one that is all. */
@Configuration(proxyBeanMethods = false)
public class IntegrationConfiguration {

    @Bean
    IntegrationService integration(TenkenRuntime runtime) {
        return new IntegrationService(runtime.log(), runtime.payloads());
    }

    @Bean
    EndpointSource integrationEndpoints(IntegrationService integration) {
        return integration::endpoints;
    }

    @Bean
    MeterBinder feedMeters(IntegrationService integration) {
        return registry ->
                Gauge.builder("tenken.feed.waiting", integration, IntegrationService::waiting)
                        .description("Requests that wait for news of a municipality")
                        .register(registry);
    }
}
