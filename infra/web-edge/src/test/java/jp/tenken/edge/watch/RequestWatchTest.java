package jp.tenken.edge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RequestWatchTest {

    private static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Heard heard = new Heard();
    private final RequestWatch watch = new RequestWatch(heard);

    @Test
    void anAnswerIsHeardOnceWithRouteStatusAndProblem() {
        MockServerWebExchange exchange = request(SENT);

        StepVerifier.create(
                        watch.filter(
                                exchange,
                                asked -> {
                                    RequestTrail.of(asked).route("GET /x/{id}");
                                    RequestTrail.of(asked).problem("not-found");
                                    asked.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
                                    return asked.getResponse().setComplete();
                                }))
                .verifyComplete();

        assertThat(heard.news)
                .containsExactly("begun GET " + SENT, "GET /x/{id} 404 not-found carrying " + SENT);
    }

    @Test
    void aClientThatLeavesIsHeardToo() {
        StepVerifier.create(watch.filter(request(null), asked -> Mono.never()))
                .thenCancel()
                .verify();

        assertThat(heard.news).containsExactly("begun GET null", "other 0 null carrying null");
    }

    @Test
    void wordsThatAreNoMethodAreNotToldOn() {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(
                        MockServerHttpRequest.method(HttpMethod.valueOf("TANAKA"), "/"));

        StepVerifier.create(watch.filter(exchange, asked -> asked.getResponse().setComplete()))
                .verifyComplete();

        assertThat(heard.news.getFirst()).isEqualTo("begun OTHER null");
    }

    @Test
    void aListenerThatThrowsDoesNoHarm() {
        RequestWatch broken =
                new RequestWatch(
                        (method, traceparent) -> {
                            throw new IllegalStateException("no");
                        });
        MockServerWebExchange exchange = request(SENT);

        StepVerifier.create(broken.filter(exchange, asked -> asked.getResponse().setComplete()))
                .verifyComplete();

        assertThat(RequestTrail.of(exchange).traceparent()).isEqualTo(SENT);
    }

    @Test
    void aLaterVersionOfTheHeaderIsReadAsFarAsItIsKnown() {
        String later = "01" + SENT.substring(2) + "-more";

        assertThat(Traceparent.of(request(later).getRequest().getHeaders())).isEqualTo(SENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "田中",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-tanaka",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void aTraceparentThatIsNotSoundIsAsIfThereWereNone(String sent) {
        assertThat(Traceparent.of(request(sent).getRequest().getHeaders())).isNull();
    }

    private static MockServerWebExchange request(@Nullable String traceparent) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/x/1?q=tanaka");
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        return MockServerWebExchange.from(request);
    }

    private static final class Heard implements RequestListener {

        private final List<String> news = new ArrayList<>();

        @Override
        public Watch begun(String method, @Nullable String traceparent) {
            news.add("begun " + method + " " + traceparent);
            return new Watch(traceparent) {
                @Override
                public void ended(RequestTrail trail, int status) {
                    news.add(
                            trail.route()
                                    + " "
                                    + status
                                    + " "
                                    + trail.problem()
                                    + " carrying "
                                    + trail.traceparent());
                }
            };
        }
    }
}
