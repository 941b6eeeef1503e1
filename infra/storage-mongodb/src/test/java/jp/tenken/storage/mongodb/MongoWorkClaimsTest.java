package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import java.time.Clock;
import jp.tenken.eventstore.tck.WorkClaimsConformance;
import jp.tenken.projections.WorkClaims;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoWorkClaimsTest extends WorkClaimsConformance {

    @Override
    protected WorkClaims open(Path directory, Clock clock) {
        return new MongoWorkClaims(
                TestServer.open(TestServer.database(directory)), TestReplies.REPLIES);
    }
}
