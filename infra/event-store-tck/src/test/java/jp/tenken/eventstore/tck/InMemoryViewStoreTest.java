package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.projections.ViewStore;
import org.jspecify.annotations.Nullable;

class InMemoryViewStoreTest extends ViewStoreConformance {

    private final Map<Path, InMemoryViewStore> stores = new HashMap<>();

    @Override
    protected ViewStore open(Path directory) {
        return stores.compute(directory, (path, before) -> opened(before));
    }

    private static InMemoryViewStore opened(@Nullable InMemoryViewStore before) {
        return before == null ? new InMemoryViewStore() : before.reopened();
    }
}
