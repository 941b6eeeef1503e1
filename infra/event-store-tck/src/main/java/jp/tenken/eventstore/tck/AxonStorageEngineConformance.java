package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Axon's own suite for storage engines, over {@link TenkenEventStorageEngine} and an engine's log.
 * Its methods come from Axon's test archive; this class only builds what they test.
 */
public abstract class AxonStorageEngineConformance
        extends StorageEngineTestSuite<TenkenEventStorageEngine> {

    // Static, because the suite builds its engine before the first test.
    @TempDir static Path directory;

    private CommitLog log = new InMemoryCommitLog();
    private EventStoreRig rig = EventStoreRig.over(log);

    /** As {@link CommitLogConformance}: opens the engine's log that lives under a directory. */
    protected abstract CommitLog open(Path directory) throws Exception;

    @Override
    protected final TenkenEventStorageEngine buildStorageEngine() throws Exception {
        closeTheLog();
        log = open(directory.resolve("axon"));
        rig = EventStoreRig.over(log);
        return rig.engine("tenant");
    }

    @Override
    protected final ProcessingContext processingContext() {
        return UnitsOfWork.spent();
    }

    @AfterAll
    protected void closeTheLog() {
        rig.close();
        log.close();
    }
}
