package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import jp.tenken.eventstore.tck.ViewStoreConformance;
import jp.tenken.projections.ViewStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoViewStoreTest extends ViewStoreConformance {

    @Override
    protected ViewStore open(Path directory) {
        return new MongoViewStore(
                TestServer.open(TestServer.database(directory)), TestReplies.REPLIES);
    }
}
