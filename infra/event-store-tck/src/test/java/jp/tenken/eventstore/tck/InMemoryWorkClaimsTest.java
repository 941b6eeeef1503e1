package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.projections.WorkClaims;
import org.junit.jupiter.api.AfterEach;

class InMemoryWorkClaimsTest extends WorkClaimsConformance {

    private final Map<Path, InMemoryWorkClaims> storages = new HashMap<>();

    @Override
    protected WorkClaims open(Path directory, Clock clock) {
        return storages.computeIfAbsent(
                directory, path -> new InMemoryWorkClaims(Clock.systemUTC()));
    }

    @AfterEach
    void closeTheStorages() {
        storages.values().forEach(InMemoryWorkClaims::close);
    }
}
