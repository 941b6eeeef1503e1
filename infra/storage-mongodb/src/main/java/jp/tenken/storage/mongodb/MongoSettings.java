package jp.tenken.storage.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/**
 * Where the database is and how long to wait for it.
 *
 * <p>What decides about durability is not a setting: writes are acknowledged by the journals of a
 * majority, and reads see what a majority has, whatever the URI says.
 *
 * @param uri connection string of MongoDB, with credentials; never shown in messages or logs
 * @param database name; everything lives in this one database
 * @param allowStandalone whether a single server outside of a replica set will do. It loses what
 *     was acknowledged when its disk is lost: for evaluation and tests
 * @param reachWithin longest wait for a server that can take a command, and for a connection to it
 * @param answerWithin longest wait for the answer of a command; a write that takes longer has an
 *     unknown outcome, which is then resolved
 */
public record MongoSettings(
        String uri,
        String database,
        boolean allowStandalone,
        Duration reachWithin,
        Duration answerWithin) {

    private static final Duration REACH_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** A replica set, 10 s to reach it and 20 s for an answer. */
    public static MongoSettings of(String uri, String database) {
        return new MongoSettings(uri, database, false, REACH_WITHIN, ANSWER_WITHIN);
    }

    /** The same, where a single server will do. */
    public MongoSettings allowingStandalone() {
        return new MongoSettings(uri, database, true, reachWithin, answerWithin);
    }

    /** The same with other limits. */
    public MongoSettings within(Duration toReach, Duration toAnswer) {
        return new MongoSettings(uri, database, allowStandalone, toReach, toAnswer);
    }

    /** The hosts of the URI, without credentials; empty when it is malformed. */
    List<String> hosts() {
        try {
            return new ConnectionString(uri).getHosts();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    /**
     * What the driver is told; also for who measures the driver alone.
     *
     * @throws IllegalArgumentException when the URI is malformed; the message may quote it
     */
    public MongoClientSettings.Builder client() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("tenken")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .retryWrites(true)
                .retryReads(true)
                .readPreference(ReadPreference.primary())
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(
                        WriteConcern.MAJORITY
                                .withJournal(true)
                                .withWTimeout(answerWithin.toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(
                        cluster ->
                                cluster.serverSelectionTimeout(
                                        reachWithin.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxWaitTime(reachWithin.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket ->
                                socket.connectTimeout(reachWithin.toMillis(), TimeUnit.MILLISECONDS)
                                        .readTimeout(
                                                answerWithin.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Without the URI, which may hold a password. */
    @Override
    public String toString() {
        return "MongoSettings[%s, allowStandalone=%s, reachWithin=%s, answerWithin=%s]"
                .formatted(database, allowStandalone, reachWithin, answerWithin);
    }
}
