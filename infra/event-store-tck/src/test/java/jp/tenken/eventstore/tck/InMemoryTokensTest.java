package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;

class InMemoryTokensTest extends TokenStoreConformance {

    private final Map<Path, InMemoryTokens> stores = new HashMap<>();

    @Override
    protected TokenStore open(Path directory, Owner owner) {
        return stores.computeIfAbsent(directory, path -> new InMemoryTokens(Clock.systemUTC()))
                .of(owner.name(), owner.claimTimeout());
    }
}
