package jp.tenken.runtime.service;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Futures;
import jp.tenken.projections.Projections;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds views anew at the start, where that is asked for: those that this process keeps. Whoever
 * asked for it reads when it begins, how far it is on a long way, and when it is done.
 */
public final class StartRebuild {

    private static final Logger logger = LoggerFactory.getLogger("tenken");

    private final TenkenRuntime runtime;
    private final boolean wanted;
    private final ViewConsole console;

    /**
     * Of a runtime.
     *
     * @param wanted whether to do anything at all
     */
    StartRebuild(TenkenRuntime runtime, boolean wanted, ViewConsole console) {
        this.runtime = runtime;
        this.wanted = wanted;
        this.console = console;
    }

    /**
     * Completes when readers see the new rows; at once when nothing is to be done. Never fails: a
     * view that could not be built anew keeps its old rows, and that is said.
     */
    public CompletableFuture<Void> run() {
        if (!wanted) {
            return CompletableFuture.completedFuture(null);
        }
        Projections projections = runtime.projections();
        List<ViewName> views =
                projections.statuses().stream()
                        .map(ViewStatus::view)
                        .filter(projections::keeps)
                        .toList();
        logger.info(
                "Building {} views anew from {} events; readers use the old rows until then",
                views.size(),
                runtime.log().head());
        List<CompletableFuture<Boolean>> built = views.stream().map(this::built).toList();
        return CompletableFuture.allOf(built.toArray(CompletableFuture[]::new))
                .thenRun(
                        () ->
                                logger.info(
                                        "{} of {} views are built anew, up to event {}",
                                        built.stream().filter(each -> each.getNow(false)).count(),
                                        views.size(),
                                        reached(views)));
    }

    /** Whether it was. */
    private CompletableFuture<Boolean> built(ViewName view) {
        return runtime.projections()
                .rebuild(view, console::say)
                .handle(
                        (done, failure) -> {
                            if (failure == null) {
                                return true;
                            }
                            if (Futures.root(failure) instanceof CancellationException) {
                                logger.warn("{} keeps its old rows: the process stops", view);
                            } else {
                                logger.error(
                                        "{} could not be built anew and keeps its old rows",
                                        view,
                                        failure);
                            }
                            return false;
                        });
    }

    private long reached(List<ViewName> views) {
        return views.stream()
                .mapToLong(view -> runtime.projections().status(view).position())
                .min()
                .orElse(0);
    }
}
