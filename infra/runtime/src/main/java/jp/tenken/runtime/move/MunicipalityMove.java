package jp.tenken.runtime.move;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.eventstore.transfer.ImportReceipt;
import jp.tenken.eventstore.transfer.TenantExport;
import jp.tenken.eventstore.transfer.TenantImport;
import jp.tenken.eventstore.transfer.TransferProgress;
import jp.tenken.eventstore.transfer.TransferSummary;
import jp.tenken.eventstore.transfer.TransferVerifier;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import jp.tenken.vault.KeyExport;
import jp.tenken.vault.KeyImport;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.TextVault;
import org.jspecify.annotations.Nullable;

/**
 * Moves a municipality out of a storage and into another. Both files are verified before the first
 * thing is written; history comes before keys, so that what it says is erased gets no key.
 *
 * <p>Works on the caller's thread, which waits. The storage stays its opener's to close.
 */
public final class MunicipalityMove implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final Storage storage;
    private final EventLog log;

    private MunicipalityMove(Storage storage, EventLog log) {
        this.storage = storage;
        this.log = log;
    }

    /**
     * Over an open storage.
     *
     * @param chainTags as the services that use it have them
     */
    public static MunicipalityMove over(Storage storage, Set<String> chainTags, Clock clock) {
        return new MunicipalityMove(
                storage, within(EventLog.open(storage.log(), chainTags, clock)));
    }

    /**
     * Writes history and keys to files.
     *
     * @param keys null = without; names and texts will read as erased in the target
     * @throws jp.tenken.eventstore.transfer.TransferException when the history cannot be exported
     * @throws jp.tenken.vault.KeyTransferException when the keys cannot be
     */
    public MoveReceipt export(
            TenantId tenant, Path history, @Nullable KeyPassage keys, TransferProgress progress) {
        TransferSummary written =
                new TenantExport(storage.log()).export(tenant.value(), history, progress);
        long entries = 0;
        if (keys != null) {
            carryOut(erasures(tenant.value()));
            entries =
                    new KeyExport(storage.vault(), storage.masterKey())
                            .export(tenant.value(), keys.file(), keys.passphrase());
        }
        return new MoveReceipt(written, 0, entries);
    }

    /**
     * Brings history and keys in. Importing again goes on where an earlier import stopped.
     *
     * @param keys null = without; they may be brought in by a later import
     * @throws jp.tenken.eventstore.transfer.TransferException when the history cannot be imported
     * @throws jp.tenken.vault.KeyTransferException when the keys cannot be
     */
    public MoveReceipt bring(
            Path history,
            @Nullable KeyPassage keys,
            TransferProgress verifying,
            TransferProgress importing) {
        if (keys != null) {
            requireOneTenant(history, keys);
        }
        ImportReceipt imported =
                new TenantImport(storage.log(), log.appender()).run(history, verifying, importing);
        long entries = 0;
        if (keys != null) {
            String tenant = imported.file().header().tenant();
            RecordedErasures erased = erasures(tenant);
            entries =
                    new KeyImport(storage.vault(), storage.masterKey())
                            .run(
                                    keys.file(),
                                    keys.passphrase(),
                                    tenant,
                                    erased::ofPerson,
                                    erased::ofText)
                            .entries();
            carryOut(erasures(tenant));
        }
        return new MoveReceipt(imported.file(), imported.eventsBefore(), entries);
    }

    /**
     * Checks the files with nothing but the files.
     *
     * @throws jp.tenken.eventstore.transfer.TransferException when the history is not whole and
     *     unaltered
     * @throws jp.tenken.vault.KeyTransferException when the keys are not, or are another
     *     municipality's
     */
    public static MoveReceipt verify(
            Path history, @Nullable KeyPassage keys, TransferProgress progress) {
        long entries = keys == null ? 0 : requireOneTenant(history, keys);
        return new MoveReceipt(TransferVerifier.verify(history, progress), 0, entries);
    }

    private static long requireOneTenant(Path history, KeyPassage keys) {
        return KeyImport.verify(
                        keys.file(), keys.passphrase(), TransferVerifier.header(history).tenant())
                .entries();
    }

    private RecordedErasures erasures(String tenant) {
        CataloguedPayloads payloads = new CataloguedPayloads(new PayloadJson(), Upcasters.NONE);
        return within(RecordedErasures.read(storage.log(), payloads, tenant, log.executor()));
    }

    private void carryOut(RecordedErasures erasures) {
        PersonDirectory people =
                new PersonDirectory(storage.vault(), storage.masterKey(), log.executor());
        TextVault texts =
                new TextVault(
                        storage.vault(), storage.masterKey(), UUID::randomUUID, log.executor());
        within(erasures.carryOut(people, texts).thenApply(done -> true));
    }

    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while a storage was waited for", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("a storage does not answer", failure);
        }
    }

    /** Lets what waits be written. */
    @Override
    public void close() {
        log.close();
    }
}
