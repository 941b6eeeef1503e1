package jp.tenken.standalone;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import reactor.core.publisher.Mono;

/**
 * What happens once the server listens: rebuild where asked, content where wanted, and then what to
 * open next.
 */
final class StartUp implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private final TenkenRuntime runtime;
    private final StandaloneSettings settings;
    private final boolean withoutIssuer;
    private final TryOutProgress progress;
    private final ViewConsole console;
    private final Clock clock;

    StartUp(
            TenkenRuntime runtime,
            StandaloneSettings settings,
            boolean withoutIssuer,
            TryOutProgress progress,
            ViewConsole console,
            Clock clock) {
        this.runtime = runtime;
        this.settings = settings;
        this.withoutIssuer = withoutIssuer;
        this.progress = progress;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        WebServer server =
                ((ReactiveWebServerApplicationContext) ready.getApplicationContext())
                        .getWebServer();
        int port = Objects.requireNonNull(server, "a server that is ready").getPort();
        String address =
                ready.getApplicationContext().getEnvironment().getProperty("server.address");
        String url = "http://%s:%d".formatted(address == null ? "localhost" : address, port);
        Mono.fromFuture(this::rebuilt)
                .then(Mono.defer(() -> content(url)))
                .subscribe(
                        done -> {},
                        failure -> broken(failure, ready.getApplicationContext().isClosed()),
                        () -> greet(url));
    }

    private void broken(Throwable failure, boolean stopping) {
        progress.failed();
        if (stopping) {
            logger.warn("Stopped before the try-out was complete; the next start goes on with it");
        } else {
            logger.error("The try-out's content could not be brought in", failure);
        }
    }

    private CompletableFuture<Void> rebuilt() {
        if (!settings.rebuild()) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.allOf(
                runtime.projections().statuses().stream()
                        .map(ViewStatus::view)
                        .map(view -> runtime.projections().rebuild(view, console::say))
                        .toArray(CompletableFuture[]::new));
    }

    private Mono<Void> content(String url) {
        if (progress.state() != TryOutProgress.State.UNDER_WAY) {
            return Mono.empty();
        }
        logger.info("First start: bringing in the content of the try-out");
        return new TryOutContent(url, new TryOutDates(progress.begun()))
                .bring(step -> logger.info("  {}", step))
                .then(Mono.fromFuture(() -> runtime.projections().awaitCaughtUp()))
                .then(Mono.fromFuture(() -> progress.completed(clock.instant())));
    }

    private void greet(String url) {
        logger.info("Tenken (点検) runs at {}", url);
        logger.info(
                "  data       {} ({}, {} events)",
                runtime.storage().location(),
                runtime.storage().engine(),
                runtime.log().head());
        logger.info(
                "  callers    {}",
                withoutIssuer
                        ? "anybody on this machine: POST /dev/tokens makes the token of whoever you"
                                + " say you are"
                        : "tokens of the configured issuers");
        logger.info("  open next  {}/", url);
        logger.info("             what is here, what to try, and the documents");
    }
}
