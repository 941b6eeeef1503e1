package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.tck.ProjectionsConformance;
import jp.tenken.projections.ViewStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoProjectionsTest extends ProjectionsConformance {

    private final Map<Path, InMemoryCommitLog> logs = new HashMap<>();

    @Override
    protected CommitLog openLog(Path directory) {
        return logs.compute(
                directory,
                (path, before) -> before == null ? new InMemoryCommitLog() : before.reopened());
    }

    @Override
    protected ViewStore openViews(Path directory) {
        return new MongoViewStore(
                TestServer.open(TestServer.database(directory)), TestReplies.REPLIES);
    }
}
