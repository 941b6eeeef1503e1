package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;

class InMemoryAxonEngineTest extends AxonStorageEngineConformance {

    @Override
    protected CommitLog open(Path directory) {
        return new InMemoryCommitLog();
    }
}
