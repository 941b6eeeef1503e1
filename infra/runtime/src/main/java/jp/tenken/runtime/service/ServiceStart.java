package jp.tenken.runtime.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * What happens in one of several services once it listens: rebuild where asked, and a few words.
 */
final class ServiceStart implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private final String name;
    private final StartReport report;
    private final StartRebuild rebuild;

    ServiceStart(String name, StartReport report, StartRebuild rebuild) {
        this.name = name;
        this.report = report;
        this.rebuild = rebuild;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        logger.info(
                "Tenken (点検) {} runs at {}", name, StartReport.url(ready.getApplicationContext()));
        report.tell();
        var unused = rebuild.run();
    }
}
