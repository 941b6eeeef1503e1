package jp.tenken.storage.mongodb;

import java.nio.file.Path;
import jp.tenken.eventstore.tck.VaultConformance;
import jp.tenken.vault.Vault;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoVaultTest extends VaultConformance {

    @Override
    protected Vault open(Path directory) {
        return new MongoVault(TestServer.open(TestServer.database(directory)), TestReplies.REPLIES);
    }
}
