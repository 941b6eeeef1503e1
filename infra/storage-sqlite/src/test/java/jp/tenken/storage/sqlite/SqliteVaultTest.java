package jp.tenken.storage.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.tenken.eventstore.tck.VaultConformance;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import jp.tenken.vault.Vault;

class SqliteVaultTest extends VaultConformance {

    @Override
    protected Vault open(Path directory) throws Exception {
        Files.createDirectories(directory);
        return SqliteVault.open(new DatabaseFile(directory, Role.VAULT));
    }
}
