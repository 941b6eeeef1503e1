package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.vault.Vault;
import org.jspecify.annotations.Nullable;

class InMemoryVaultTest extends VaultConformance {

    private final Map<Path, InMemoryVault> vaults = new HashMap<>();

    @Override
    protected Vault open(Path directory) {
        return vaults.compute(directory, (path, before) -> opened(before));
    }

    private static InMemoryVault opened(@Nullable InMemoryVault before) {
        return before == null ? new InMemoryVault() : before.reopened();
    }
}
