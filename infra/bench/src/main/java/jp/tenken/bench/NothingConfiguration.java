package jp.tenken.bench;

import java.util.List;
import java.util.Map;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.EndpointSource;
import jp.tenken.edge.security.Action;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Adds to the program the endpoint that a decision is compared with: all checks, and then nothing.
 */
@Configuration(proxyBeanMethods = false)
class NothingConfiguration {

    @Bean
    EndpointSource nothing() {
        return () ->
                List.of(
                        Endpoint.of(
                                HttpMethod.PUT,
                                "/v1/municipalities/{code}/contracts/{contractId}/nothing",
                                Action.DECIDE,
                                request ->
                                        Mono.just(
                                                Answer.ok(
                                                        Map.of("id", "nothing", "sequence", 0)))));
    }
}
