package jp.tenken.eventstore.tck;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.eventstore.CommitLog;
import org.jspecify.annotations.Nullable;

class InMemoryCommitLogTest extends CommitLogConformance {

    private final Map<Path, InMemoryCommitLog> logs = new HashMap<>();

    @Override
    protected CommitLog open(Path directory) {
        return logs.compute(directory, (path, before) -> opened(before));
    }

    private static InMemoryCommitLog opened(@Nullable InMemoryCommitLog before) {
        return before == null ? new InMemoryCommitLog() : before.reopened();
    }
}
