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
import jp.tenken.query.contract.status.ContractStatusView;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;

/** How fast a view can be had again, rows on the disk. */
final class RebuildBenchmark implements Benchmark {

    private static final double BAR = 0.70;

    @Override
    public String measures() {
        return "events/s of a rebuild of the contract status view, writes included ÷ the slower of (typed replay of the same events without handlers, raw bulk write of the same rows in transactions of the same sizes)";
    }

    @Override
    public void run(Stand stand) throws Exception {
        long events = stand.scale().viewEvents();
        Path folder = stand.filled("rebuild", events);
        BenchEngine.OpenedStorage opened = stand.engine().open(folder);
        RecordingViews views = new RecordingViews(opened.storage().views());
        try (TenkenRuntime runtime = start(opened.storage(), views)) {
            stand.progress().step("building the view for the first time");
            OpenStore.await(runtime.projections().awaitCaughtUp());
            views.takeBatches();
            measure(stand, events, folder, runtime, views);
        } finally {
            opened.closing().run();
        }
    }

    private static TenkenRuntime start(Storage storage, RecordingViews views) {
        Storage recorded =
                new Storage(
                        storage.engine(),
                        storage.location(),
                        storage.log(),
                        views,
                        storage.vault(),
                        storage.masterKey());
        return OpenStore.await(
                TenkenRuntime.start(
                        recorded,
                        Set.of(Tags.CONTRACT),
                        Clock.systemUTC(),
                        slices -> slices,
                        List.of(ContractStatusView.VIEW),
                        ProjectionListener.NONE));
    }

    private static void measure(
            Stand stand, long events, Path folder, TenkenRuntime runtime, RecordingViews views)
            throws Exception {
        stand.progress().step("warming up");
        for (int i = 0; i < stand.scale().warmUps(); i++) {
            views.takeBatches();
            rebuild(runtime);
        }
        List<Integer> batches = views.takeBatches();
        RawView raw = stand.engine().rawView(folder, ContractStatusView.VIEW.name());
        stand.report().section("raw side", raw.calls());
        stand.report()
                .line(
                        "%,d events become %,d row versions in %d writes",
                        events, raw.size(), batches.size());
        raw.write(stand.folder("rebuild-raw-0"), batches);
        typedReplay(runtime.log());
        List<Double> ratios = new ArrayList<>();
        for (int i = 1; i <= stand.scale().rounds(); i++) {
            double own = Figures.perSecond(events, rebuild(runtime));
            double typed = Figures.perSecond(events, typedReplay(runtime.log()));
            double written =
                    Figures.perSecond(events, raw.write(stand.folder("rebuild-raw-" + i), batches));
            ratios.add(own / Math.min(typed, written));
            stand.report()
                    .line(
                            "round %d: rebuild %,.0f events/s; typed replay %,.0f events/s, raw bulk write %,.0f events/s; ratio %.3f",
                            i, own, typed, written, own / Math.min(typed, written));
        }
        stand.report().atLeast("rebuild", BAR, Figures.median(ratios));
    }

    /** Nanoseconds until readers see the new rows. */
    private static long rebuild(TenkenRuntime runtime) {
        long begun = System.nanoTime();
        OpenStore.await(
                runtime.projections().rebuild(ContractStatusView.VIEW.name(), status -> {}));
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
