package jp.tenken.runtime.service;

import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.Projections;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;

/** Builds views anew at the start, where that is asked for: those that this process keeps. */
public final class StartRebuild {

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

    /** Completes when readers see the new rows; at once when nothing is to be done. */
    public CompletableFuture<Void> run() {
        if (!wanted) {
            return CompletableFuture.completedFuture(null);
        }
        Projections projections = runtime.projections();
        return CompletableFuture.allOf(
                projections.statuses().stream()
                        .map(ViewStatus::view)
                        .filter(projections::keeps)
                        .map(view -> projections.rebuild(view, console::say))
                        .toArray(CompletableFuture[]::new));
    }
}
