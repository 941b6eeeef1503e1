package jp.tenken.edge.http;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Writes every answer on the event loop of its connection.
 *
 * <p>Answers come from the threads of the log, the views or an identity provider. When one is
 * written from there, a fast client's next request can arrive before the server has noted the end
 * of the last one; reactor-netty 1.3.7 then queues it and may forget to read on, and the connection
 * hangs. On the event loop the end of an answer is noted before anything more is read.
 *
 * <p>It stands around the whole handler and not among its filters, because problems are written
 * outside of those.
 */
public final class EventLoopWrites implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            EventLoop loop = loop(request);
            return handler.handle(request, loop == null ? response : new OnLoop(response, loop));
        };
    }

    private static @Nullable EventLoop loop(ServerHttpRequest request) {
        Object server = ServerHttpRequestDecorator.getNativeRequest(request);
        EventLoop[] loop = new EventLoop[1];
        if (server instanceof HttpServerRequest netty) {
            netty.withConnection(connection -> loop[0] = connection.channel().eventLoop());
        }
        return loop[0];
    }

    private static final class OnLoop extends ServerHttpResponseDecorator {

        private final EventLoop loop;

        OnLoop(ServerHttpResponse response, EventLoop loop) {
            super(response);
            this.loop = loop;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return onLoop(super.writeWith(body));
        }

        @Override
        public Mono<Void> writeAndFlushWith(
                Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return onLoop(super.writeAndFlushWith(body));
        }

        @Override
        public Mono<Void> setComplete() {
            return onLoop(super.setComplete());
        }

        private Mono<Void> onLoop(Mono<Void> write) {
            return Mono.defer(
                    () ->
                            loop.inEventLoop()
                                    ? write
                                    : write.subscribeOn(Schedulers.fromExecutor(loop)));
        }
    }
}
