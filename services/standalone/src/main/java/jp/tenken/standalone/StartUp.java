package jp.tenken.standalone;

import java.time.Clock;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.service.StartRebuild;
import jp.tenken.runtime.service.StartReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import reactor.core.publisher.Mono;

/**
 * What happens once the server listens: rebuild where asked, content where wanted, and then what to
 * open next.
 */
final class StartUp implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private final TenkenRuntime runtime;
    private final boolean withoutIssuer;
    private final TryOutProgress progress;
    private final StartRebuild rebuild;
    private final StartReport report;
    private final Clock clock;

    StartUp(
            TenkenRuntime runtime,
            boolean withoutIssuer,
            TryOutProgress progress,
            StartRebuild rebuild,
            StartReport report,
            Clock clock) {
        this.runtime = runtime;
        this.withoutIssuer = withoutIssuer;
        this.progress = progress;
        this.rebuild = rebuild;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String url = StartReport.url(ready.getApplicationContext());
        Mono.fromFuture(rebuild::run)
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
        report.tell();
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
