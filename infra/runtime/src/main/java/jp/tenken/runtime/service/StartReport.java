package jp.tenken.runtime.service;

import java.util.List;
import java.util.Objects;
import jp.tenken.projections.ViewState;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * What every service says once it listens: which engine, which log, how many events, how far behind
 * each view is.
 */
public final class StartReport {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private final TenkenRuntime runtime;

    /** Of a runtime. */
    StartReport(TenkenRuntime runtime) {
        this.runtime = runtime;
    }

    /** Where a server that listens is reached. */
    public static String url(ApplicationContext context) {
        WebServer server = ((ReactiveWebServerApplicationContext) context).getWebServer();
        int port = Objects.requireNonNull(server, "a server that is ready").getPort();
        String address = context.getEnvironment().getProperty("server.address");
        return "http://%s:%d".formatted(address == null ? "localhost" : address, port);
    }

    /** Says it. */
    public void tell() {
        logger.info(
                "  data       {} ({}, {} events)",
                runtime.storage().location(),
                runtime.storage().engine(),
                runtime.log().head());
        logger.info("  log        {}", runtime.log().epoch());
        List<ViewStatus> views = runtime.projections().statuses();
        List<ViewStatus> behind = views.stream().filter(view -> view.lag() > 0).toList();
        long kept = views.stream().filter(view -> runtime.projections().keeps(view.view())).count();
        if (!views.isEmpty()) {
            logger.info(
                    "  views      {} of {} up to date, {} kept by this process",
                    views.size() - behind.size(),
                    views.size(),
                    kept);
        }
        behind.forEach(
                view ->
                        logger.info(
                                "             {} is {} events behind{}",
                                view.view(),
                                view.lag(),
                                view.state() == ViewState.FAILED ? " and has stopped" : ""));
    }
}
