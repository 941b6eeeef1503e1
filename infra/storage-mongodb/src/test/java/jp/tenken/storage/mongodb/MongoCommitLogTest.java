package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.CommitLogConformance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoCommitLogTest extends CommitLogConformance {

    @Override
    protected CommitLog open(Path directory) {
        return TestLogs.open(directory);
    }

    @Override
    protected boolean isDriverThread(String threadName) {
        return TestLogs.isDriverThread(threadName);
    }
}
