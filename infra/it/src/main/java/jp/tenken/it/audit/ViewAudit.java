package jp.tenken.it.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tail.LogTail;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.InMemoryViewStore;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.RecordingViewStore.Version;
import jp.tenken.projections.CommitSource;
import jp.tenken.projections.ProjectionEnvironment;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.ProjectionSettings;
import jp.tenken.projections.Projections;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewProgressBoard;
import jp.tenken.projections.ViewStore;
import jp.tenken.query.QueryService;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;

/**
 * Whether views that were cut off go on to what a rebuild arrives at: the same versions of the same
 * rows, with the same beginnings and ends.
 *
 * <p>Every version that the rebuild wrote is looked up in the store. What the store has beyond that
 * would show in its lists, which are compared for the present and for sequences chosen at random.
 *
 * @param findings hears of every difference
 * @param random chooses sequences
 */
public record ViewAudit(Findings findings, SplittableRandom random) {

    private static final int AT_ONCE = 256;
    private static final int PAGE = 1_000;
    private static final int SAMPLES = 6;
    private static final int CATCH_UP_MINUTES = 10;

    /** Lets the views of a store that nobody keeps catch up, and compares them with a rebuild. */
    public void check(CommitLog log, ViewStore store) {
        check(log, store, true);
    }

    /** Compares views that others keep and have brought to the end of the log. */
    public void checkKept(CommitLog log, ViewStore store) {
        check(log, store, false);
    }

    private void check(CommitLog log, ViewStore store, boolean abandoned) {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (LogTail tail = Await.value(LogTail.open(log, executor))) {
            for (View<?> view : QueryService.views()) {
                requireNotAhead(view.name(), log, store);
                try (RecordingViewStore rebuilt = new RecordingViewStore(new InMemoryViewStore())) {
                    if (abandoned) {
                        catchUp(view, environment(log, tail, store, executor, timer));
                    }
                    catchUp(view, environment(log, tail, rebuilt, executor, timer));
                    compare(view.name(), rebuilt, store);
                }
            }
        } finally {
            executor.shutdownNow();
            timer.shutdownNow();
        }
    }

    /** The log is forced to the disk before a view reads it, so no view can know more. */
    private void requireNotAhead(ViewName view, CommitLog log, ViewStore store) {
        Throwable none = Await.outcome(store.progress(view));
        if (none != null) {
            // Killed before the view was laid out.
            return;
        }
        ViewProgress progress = Await.value(store.progress(view));
        long head = Await.value(log.head());
        boolean foreign = progress.epoch() != null && !progress.epoch().equals(log.epoch());
        if (progress.position() > head || foreign) {
            findings.add(
                    Kind.VIEWS, "%s is at %s, the log ends at %d".formatted(view, progress, head));
        }
    }

    private static ProjectionEnvironment environment(
            CommitLog log,
            LogTail tail,
            ViewStore store,
            ExecutorService executor,
            ScheduledExecutorService timer) {
        PayloadJson json = new PayloadJson();
        return new ProjectionEnvironment(
                CommitSource.of(log, tail),
                store,
                new CataloguedPayloads(json, Upcasters.NONE),
                json,
                new ViewProgressBoard(ProjectionSettings.DEFAULT, executor),
                ProjectionListener.NONE,
                executor,
                timer,
                System::nanoTime,
                ProjectionSettings.DEFAULT);
    }

    private void catchUp(View<?> view, ProjectionEnvironment environment) {
        Projections projections = new Projections(List.of(view), environment);
        Await.value(projections.start());
        try {
            projections.awaitCaughtUp().get(CATCH_UP_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException late) {
            findings.add(Kind.VIEWS, "no catching up: " + projections.statuses() + " " + late);
        }
        Await.value(projections.shutdown());
    }

    private void compare(ViewName view, RecordingViewStore rebuilt, ViewStore store) {
        List<Version> versions = List.copyOf(rebuilt.versions());
        for (int from = 0; from < versions.size(); from += AT_ONCE) {
            List<Version> chunk = versions.subList(from, Math.min(versions.size(), from + AT_ONCE));
            List<CompletableFuture<Optional<Row>>> expected = find(view, rebuilt, chunk);
            List<CompletableFuture<Optional<Row>>> actual = find(view, store, chunk);
            for (int i = 0; i < chunk.size(); i++) {
                compare(
                        view + " " + chunk.get(i),
                        Await.value(expected.get(i)).stream().toList(),
                        Await.value(actual.get(i)).stream().toList());
            }
        }
        Set<String> tenants = new LinkedHashSet<>();
        long last = 0;
        for (Version version : versions) {
            tenants.add(version.key().tenant());
            last = Math.max(last, version.since());
        }
        Set<Long> sequences = new TreeSet<>(Set.of(Row.OPEN));
        for (int i = 0; i < SAMPLES; i++) {
            sequences.add(random.nextLong(1, last + 2));
        }
        for (String tenant : tenants) {
            for (long sequence : sequences) {
                compare(
                        "%s of %s at %d".formatted(view, tenant, sequence),
                        list(view, rebuilt, tenant, sequence),
                        list(view, store, tenant, sequence));
            }
        }
    }

    private static List<CompletableFuture<Optional<Row>>> find(
            ViewName view, ViewStore store, List<Version> versions) {
        return versions.stream()
                .map(version -> store.find(view, version.key(), version.since()))
                .toList();
    }

    private static List<Row> list(ViewName view, ViewStore store, String tenant, long sequence) {
        List<Row> rows = new ArrayList<>();
        RowQuery.After after = null;
        boolean more = true;
        while (more) {
            RowQuery live = RowQuery.live(tenant, PAGE);
            RowPage page =
                    Await.value(
                            store.list(
                                    view,
                                    new RowQuery(
                                            tenant,
                                            live.equal(),
                                            null,
                                            null,
                                            null,
                                            false,
                                            after,
                                            PAGE,
                                            sequence)));
            rows.addAll(page.rows());
            more = page.more();
            after =
                    rows.isEmpty()
                            ? null
                            : new RowQuery.After(rows.getLast().sort(), rows.getLast().key().key());
        }
        return rows;
    }

    private void compare(String what, List<Row> expected, List<Row> actual) {
        boolean same = expected.size() == actual.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = same(expected.get(i), actual.get(i));
        }
        if (!same) {
            findings.add(
                    Kind.VIEWS,
                    "%s: rebuilt %s, found %s".formatted(what, shown(expected), shown(actual)));
        }
    }

    private static boolean same(Row a, Row b) {
        return a.key().equals(b.key())
                && a.since() == b.since()
                && a.until() == b.until()
                && a.sort().equals(b.sort())
                && a.text().equals(b.text())
                && Objects.equals(a.attributes(), b.attributes())
                && Arrays.equals(a.document(), b.document());
    }

    private static String shown(List<Row> rows) {
        return rows.size() == 1
                ? "%d to %d %s"
                        .formatted(
                                rows.getFirst().since(),
                                rows.getFirst().until(),
                                new String(rows.getFirst().document(), StandardCharsets.UTF_8))
                : rows.size() + " rows";
    }
}
