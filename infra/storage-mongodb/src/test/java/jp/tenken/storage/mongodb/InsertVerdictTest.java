package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not certain is not called certain. */
class InsertVerdictTest {

    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1");
    private static final String DUPLICATE =
            "E11000 duplicate key error collection: d.commits index: %s dup key: { x: 1 }";

    @Test
    void aPositionThatIsTakenIsNoFailure() {
        assertThat(InsertVerdict.of(bulk(null, duplicate(3, "_id_"))))
                .isEqualTo(new InsertVerdict.Taken());
    }

    @Test
    void aSecondAppendIdOrSequenceIsNoLostRace() {
        assertThat(InsertVerdict.of(bulk(null, duplicate(2, "a"))))
                .isInstanceOfSatisfying(
                        InsertVerdict.Doubled.class,
                        doubled -> {
                            assertThat(doubled.standing()).isEqualTo(2);
                            assertThat(doubled.index()).isEqualTo("a");
                        });
        assertThat(InsertVerdict.of(bulk(null, duplicate(0, "t_s"))))
                .isInstanceOf(InsertVerdict.Doubled.class);
    }

    @Test
    void anErrorAtTheFirstDocumentMeansThatNothingWasWritten() {
        assertThat(InsertVerdict.of(bulk(null, error(0, 14031))))
                .isInstanceOf(InsertVerdict.NothingWritten.class);
    }

    @Test
    void anErrorFurtherBehindLeavesWhatWasBeforeIt() {
        assertThat(InsertVerdict.of(bulk(null, error(1, 14031))))
                .isInstanceOf(InsertVerdict.Cut.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 189, 10107, 11600, 11602, 13435, 13436})
    void aServerThatIsGoingDownIsNotBelieved(int code) {
        assertThat(InsertVerdict.of(bulk(null, error(0, code))))
                .isInstanceOf(InsertVerdict.Unknown.class);
    }

    @Test
    void anUnconfirmedMajorityIsUnknown() {
        WriteConcernError late =
                new WriteConcernError(64, "WriteConcernFailed", "", new BsonDocument());
        assertThat(InsertVerdict.of(bulk(late))).isInstanceOf(InsertVerdict.Unknown.class);
    }

    @Test
    void aLostConnectionIsUnknown() {
        for (Throwable failure :
                List.of(
                        new MongoSocketException("cut", SERVER),
                        new MongoSocketReadTimeoutException("late", SERVER, new IOException()),
                        new MongoOperationTimeoutException("late"),
                        new MongoException("anything"),
                        new IllegalStateException("a bug"))) {
            assertThat(InsertVerdict.of(failure))
                    .as(failure.toString())
                    .isInstanceOf(InsertVerdict.Unknown.class);
        }
    }

    @Test
    void whatWasNeverSentWroteNothing() {
        MongoException labelled = new MongoException("not primary");
        labelled.addLabel("NoWritesPerformed");
        for (Throwable failure :
                List.of(
                        new MongoTimeoutException("no server"),
                        new MongoSocketOpenException("refused", SERVER, new IOException()),
                        labelled)) {
            assertThat(InsertVerdict.of(failure))
                    .as(failure.toString())
                    .isInstanceOf(InsertVerdict.NothingWritten.class);
        }
    }

    private static BulkWriteError duplicate(int index, String name) {
        return new BulkWriteError(11000, DUPLICATE.formatted(name), new BsonDocument(), index);
    }

    private static BulkWriteError error(int index, int code) {
        return new BulkWriteError(code, "no", new BsonDocument(), index);
    }

    private static MongoBulkWriteException bulk(
            @Nullable WriteConcernError concern, BulkWriteError... errors) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), List.of(errors), concern, SERVER, Set.of());
    }
}
