package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.projections.ViewStore;
import org.jspecify.annotations.Nullable;

class InMemoryProjectionsTest extends ProjectionsConformance {

    private final Map<Path, InMemoryCommitLog> logs = new HashMap<>();
    private final Map<Path, InMemoryViewStore> stores = new HashMap<>();

    @Override
    protected CommitLog openLog(Path directory) {
        return logs.compute(directory, (path, before) -> opened(before));
    }

    @Override
    protected ViewStore openViews(Path directory) {
        return stores.compute(directory, (path, before) -> opened(before));
    }

    private static InMemoryCommitLog opened(@Nullable InMemoryCommitLog before) {
        return before == null ? new InMemoryCommitLog() : before.reopened();
    }

    private static InMemoryViewStore opened(@Nullable InMemoryViewStore before) {
        return before == null ? new InMemoryViewStore() : before.reopened();
    }
}
