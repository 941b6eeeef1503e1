package jp.tenken.runtime.service;

import java.time.Duration;
import jp.tenken.edge.http.Closing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of the end, while the server still listens: what is under way finishes, who waits
 * for news is answered, and new requests are sent elsewhere. Readiness is gone by then.
 */
final class GracefulEnd implements SmartLifecycle {

    /** As long as the framework gives each step; longer requests are cut off with the server. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private final Closing closing;
    private volatile boolean running;

    GracefulEnd(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        closing.begin()
                .timeout(PATIENCE)
                .doFinally(signal -> done.run())
                .subscribe(
                        finished -> {},
                        late -> logger.warn("Requests were still under way after {}", PATIENCE));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest stops first: before the server's own end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
