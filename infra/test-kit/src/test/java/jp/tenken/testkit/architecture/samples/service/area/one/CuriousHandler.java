package jp.tenken.testkit.architecture.samples.service.area.one;

import jp.tenken.testkit.architecture.samples.service.area.two.Secret;
import reactor.core.publisher.Mono;

/** Is public, knows another slice, and answers a reactive type although it decides. */
public class CuriousHandler {

    /** Another slice's. */
    public Mono<Secret> secret() {
        return Mono.just(new Secret(1));
    }
}
