package jp.tenken.testkit.architecture.samples.code;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

public final class Router {

    static RouterFunction<ServerResponse> everybodyMay() {
        return RouterFunctions.route()
                .GET("/secret", request -> ServerResponse.ok().build())
                .build();
    }

    private Router() {}
}
