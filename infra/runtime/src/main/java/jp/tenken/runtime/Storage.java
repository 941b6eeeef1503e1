package jp.tenken.runtime;

import jp.tenken.eventstore.CommitLog;
import jp.tenken.projections.ViewStore;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.Vault;

/**
 * The engines of one storage, open. Whoever opened them closes them, after the runtime.
 *
 * @param engine its name as configuration and benchmarks say it, for example {@code sqlite}
 * @param location where the data is, for people
 * @param log of commits
 * @param views rebuildable
 * @param vault never rebuildable
 * @param masterKey wraps the keys in the vault; kept apart from it
 */
public record Storage(
        String engine,
        String location,
        CommitLog log,
        ViewStore views,
        Vault vault,
        MasterKey masterKey) {}
