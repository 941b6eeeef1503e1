package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.ProjectionsConformance;
import jp.tenken.projections.ViewStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoProjectionsTest extends ProjectionsConformance {

    @Override
    protected CommitLog openLog(Path directory) {
        return TestLogs.open(directory);
    }

    @Override
    protected ViewStore openViews(Path directory) {
        return new MongoViewStore(
                TestServer.open(TestServer.database(directory)), TestReplies.REPLIES);
    }
}
