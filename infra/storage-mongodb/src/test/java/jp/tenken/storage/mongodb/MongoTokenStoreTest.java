package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import java.util.UUID;
import jp.tenken.eventstore.tck.TokenStoreConformance;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoTokenStoreTest extends TokenStoreConformance {

    @Override
    protected TokenStore open(Path directory, Owner owner) {
        return new MongoTokenStore(
                TestServer.open(TestServer.database(directory)),
                TestReplies.REPLIES,
                owner.name(),
                owner.claimTimeout(),
                UUID.randomUUID());
    }
}
