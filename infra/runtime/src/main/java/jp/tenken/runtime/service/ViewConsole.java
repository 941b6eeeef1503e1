package jp.tenken.runtime.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewStatus;
import jp.tenken.projections.ViewStoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says how far views are while they have a long way to go: after a first start on an existing log,
 * a rebuild, a long pause. Silent in daily work. Thread-safe.
 */
public final class ViewConsole implements ProjectionListener {

    private static final Logger logger = LoggerFactory.getLogger("tenken.views");
    private static final long LONG_WAY = 10_000;
    private static final int STEP_PERCENT = 10;

    private final Map<ViewName, Long> told = new ConcurrentHashMap<>();

    @Override
    public void written(ViewStatus status, int events, int rows, Duration took) {
        say(status);
    }

    /** Tells when a further tenth of a long way is done, and when it has ended. */
    public void say(ViewStatus status) {
        if (status.lag() == 0) {
            if (told.remove(status.view()) != null) {
                logger.info("{} is up to date at {}", status.view(), status.position());
            }
        } else if (status.lag() >= LONG_WAY || told.containsKey(status.view())) {
            long tenth = status.position() * 100 / status.head() / STEP_PERCENT;
            Long before = told.put(status.view(), tenth);
            if (before == null || before < tenth) {
                logger.info(
                        "{} reads on: {} % ({} of {} events, {}/s)",
                        status.view(),
                        tenth * STEP_PERCENT,
                        status.position(),
                        status.head(),
                        Math.round(status.eventsPerSecond()));
            }
        }
    }

    @Override
    public void retrying(ViewName view, int attempt, Duration pause, Throwable failure) {
        logger.warn("{} waits {} for its store (attempt {})", view, pause, attempt, failure);
    }

    @Override
    public void startedOver(ViewName view, String why) {
        logger.info("{} is built anew: {}", view, why);
    }

    @Override
    public void stopped(ViewName view, ViewStoppedException alarm) {
        logger.error("{} has stopped and needs a person", view, alarm);
    }
}
