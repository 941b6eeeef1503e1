package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;

class InMemoryTransferTest extends TransferConformance {

    @Override
    protected CommitLog open(Path directory) {
        return new InMemoryCommitLog();
    }
}
