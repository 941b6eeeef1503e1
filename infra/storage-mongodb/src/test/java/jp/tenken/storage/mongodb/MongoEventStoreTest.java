package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.EventStoreConformance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoEventStoreTest extends EventStoreConformance {

    @Override
    protected CommitLog open(Path directory) {
        return TestLogs.open(directory);
    }
}
