package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.TransferConformance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoTransferTest extends TransferConformance {

    @Override
    protected CommitLog open(Path directory) {
        return TestLogs.open(directory);
    }
}
