package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;

class InMemoryEventStoreTest extends EventStoreConformance {

    @Override
    protected CommitLog open(Path directory) {
        return new InMemoryCommitLog();
    }
}
