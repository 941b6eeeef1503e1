package jp.tenken.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.Tags;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.ProjectionSettings;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewName;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;

/** How fast views can be had again, rows on the disk. */
final class RebuildBenchmark implements Benchmark {

    private static final double BAR = 0.70;

    private final String name;
    private final String what;
    private final List<View<?>> views;
    private final int share;

    /**
     * Of some views.
     *
     * @param name of the measure
     * @param what is rebuilt, in words
     * @param views rebuilt one after the other
     * @param share the how-manieth part of the scale's events they are rebuilt from; the raw side
     *     holds all their rows in memory
     */
    RebuildBenchmark(String name, String what, List<View<?>> views, int share) {
        this.name = name;
        this.what = what;
        this.views = List.copyOf(views);
        this.share = share;
    }

    @Override
    public String measures() {
        return "events/s of a rebuild of %s, writes included ÷ the slower of (typed replay of the same events without handlers, raw bulk write of the same rows in transactions of the same sizes)"
                .formatted(what);
    }

    @Override
    public void run(Stand stand) throws Exception {
        long events = stand.scale().viewEvents() / share;
        Path folder = stand.filled(name, events);
        BenchEngine.OpenedStorage opened = stand.engine().open(folder);
        RecordingViews recorded = new RecordingViews(opened.storage().views());
        try (TenkenRuntime runtime = start(opened.storage(), recorded)) {
            stand.progress().step("building for the first time");
            CaughtUp.await(runtime, stand.progress());
            measure(stand, events, folder, runtime, recorded);
        } finally {
            opened.closing().run();
        }
    }

    private TenkenRuntime start(Storage storage, RecordingViews recorded) {
        Storage same =
                new Storage(
                        storage.engine(),
                        storage.location(),
                        storage.log(),
                        recorded,
                        storage.vault(),
                        storage.masterKey(),
                        storage.claims());
        return OpenStore.await(
                TenkenRuntime.start(
                        same,
                        Set.of(Tags.CONTRACT),
                        Clock.systemUTC(),
                        slices -> slices,
                        views,
                        ProjectionListener.NONE));
    }

    /**
     * A view with its rows as they stand on the disk, and the sizes of the writes that made them.
     */
    private record Rebuilt(ViewName view, RawView raw, List<Integer> batches) {}

    private void measure(
            Stand stand, long events, Path folder, TenkenRuntime runtime, RecordingViews recorded)
            throws Exception {
        stand.progress().step("warming up");
        for (int i = 1; i < stand.scale().warmUps(); i++) {
            for (View<?> view : views) {
                rebuild(runtime, view.name());
            }
        }
        List<Rebuilt> sides = new ArrayList<>();
        for (View<?> view : views) {
            recorded.takeBatches();
            rebuild(runtime, view.name());
            List<Integer> batches = recorded.takeBatches();
            RawView raw = stand.engine().rawView(folder, view.name());
            sides.add(new Rebuilt(view.name(), raw, batches));
            stand.report()
                    .line(
                            "%s: %,d events become %,d row versions in %d writes",
                            view.name(), events, raw.size(), batches.size());
        }
        stand.report().section("raw side", sides.getFirst().raw().calls());
        round(stand, runtime, sides, 0);
        recorded.takeNanos();
        List<Double> ratios = new ArrayList<>();
        for (int i = 1; i <= stand.scale().rounds(); i++) {
            Nanos took = round(stand, runtime, sides, i);
            ratios.add(took.ratio());
            stand.report()
                    .line(
                            "round %d: rebuild %,.0f events/s (%.0f%% of the time in writes); typed replay %,.0f events/s, raw bulk write %,.0f events/s; ratio %.3f",
                            i,
                            Figures.perSecond(events, took.own()),
                            100.0 * recorded.takeNanos() / took.own(),
                            Figures.perSecond(events, took.typed()),
                            Figures.perSecond(events, took.written()),
                            took.ratio());
        }
        stand.report().atLeast(name, BAR, Figures.median(ratios));
    }

    /**
     * Of all views together.
     *
     * @param own rebuilding them
     * @param typed reading the log once for each
     * @param written writing their rows
     * @param slower for each view the longer of the latter two
     */
    private record Nanos(long own, long typed, long written, long slower) {
        double ratio() {
            return slower / (double) own;
        }
    }

    private static Nanos round(Stand stand, TenkenRuntime runtime, List<Rebuilt> sides, int number)
            throws Exception {
        Nanos sum = new Nanos(0, 0, 0, 0);
        for (Rebuilt side : sides) {
            long own = rebuild(runtime, side.view());
            long typed = typedReplay(runtime.log());
            Path copy = stand.folder("raw-%s-%d".formatted(side.view(), number));
            long written = side.raw().write(copy, side.batches());
            sum =
                    new Nanos(
                            sum.own + own,
                            sum.typed + typed,
                            sum.written + written,
                            sum.slower + Math.max(typed, written));
        }
        return sum;
    }

    /** Nanoseconds until readers see the new rows. */
    private static long rebuild(TenkenRuntime runtime, ViewName view) {
        long begun = System.nanoTime();
        OpenStore.await(runtime.projections().rebuild(view, status -> {}));
        return System.nanoTime() - begun;
    }

    /** Reads and decodes everything, one page being read ahead; nanoseconds. */
    private static long typedReplay(EventLog log) {
        CataloguedPayloads payloads = new CataloguedPayloads(new PayloadJson(), Upcasters.NONE);
        int pageEvents = ProjectionSettings.DEFAULT.batchEvents();
        long begun = System.nanoTime();
        long after = 0;
        CompletableFuture<CommitPage> next = log.read(after, pageEvents);
        while (after < log.head()) {
            List<Commit> page = OpenStore.await(next).commits();
            after = page.getLast().header().lastPosition();
            if (after < log.head()) {
                next = log.read(after, pageEvents);
            }
            for (Commit commit : page) {
                for (StoredEvent event : commit.events()) {
                    if (!(payloads.decode(event) instanceof Record)) {
                        throw new IllegalStateException("an event that is no record");
                    }
                }
            }
        }
        return System.nanoTime() - begun;
    }
}
