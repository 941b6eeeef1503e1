package jp.tenken.storage.mongodb;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.Await;

/** Logs on the server of the tests. */
final class TestLogs {

    private TestLogs() {}

    /** The log of a directory's database, over the client that all tests share. */
    static CommitLog open(Path directory) {
        return open(TestServer.open(TestServer.database(directory)));
    }

    static CommitLog open(MongoDatabase database) {
        Replies replies = new Replies(OwnThreads.EXECUTOR);
        Await.value(new MongoSchema(database, replies).create(CommitDocument.COLLECTION));
        UUID epoch = UUID.nameUUIDFromBytes(database.getName().getBytes(StandardCharsets.UTF_8));
        return new MongoCommitLog(database, replies, epoch, false);
    }

    /** Whatever is not ours belongs to the driver or to the test. */
    static boolean isDriverThread(String threadName) {
        return !threadName.startsWith(OwnThreads.NAME);
    }
}
