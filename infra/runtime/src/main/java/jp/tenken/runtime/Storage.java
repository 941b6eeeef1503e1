package jp.tenken.runtime;

import java.util.Optional;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.projections.ViewStore;
import jp.tenken.projections.WorkClaims;
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
 * @param claims by which processes share their work; empty = only this process has the storage
 */
public record Storage(
        String engine,
        String location,
        CommitLog log,
        ViewStore views,
        Vault vault,
        MasterKey masterKey,
        Optional<WorkClaims> claims) {

    /** A storage that only this process has. */
    public Storage(
            String engine,
            String location,
            CommitLog log,
            ViewStore views,
            Vault vault,
            MasterKey masterKey) {
        this(engine, location, log, views, vault, masterKey, Optional.empty());
    }
}
