package jp.tenken.it.processes;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenken.eventstore.tck.Await;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who claims what, read beside those who claim. The port tells nobody, because nobody but an audit
 * may ask.
 */
final class ClaimBook implements AutoCloseable {

    /**
     * A claim that was not given back; it may have run out.
     *
     * @param work the name of the work
     * @param owner a life of a process
     */
    record Claim(String work, String owner) {

        /** Of a view; others are seats, by which processes count each other. */
        boolean view() {
            return work.chars().filter(each -> each == '/').count() == 1;
        }
    }

    private final MongoClient client;
    private final MongoDatabase database;

    ClaimBook(String uri, String database) {
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase(database);
    }

    /** All of them. */
    List<Claim> claims() {
        return Await.value(
                Flux.from(database.getCollection("claims").find())
                        .map(ClaimBook::read)
                        .collectList()
                        .toFuture()
                        .thenApply(found -> Objects.requireNonNull(found, "a list")));
    }

    private static Claim read(Document claim) {
        return new Claim(claim.getString("_id"), claim.getString("o"));
    }

    /** Who claims anything. */
    static Set<String> owners(List<Claim> claims) {
        return claims.stream().map(Claim::owner).collect(Collectors.toSet());
    }

    /** Whether so many processes claim so many views, and each of them has some. */
    boolean shared(int processes, int views) {
        List<Claim> claims = claims();
        List<Claim> kept = claims.stream().filter(Claim::view).toList();
        return kept.size() == views
                && owners(claims).size() == processes
                && owners(kept).size() == processes;
    }

    /** Removes the database: nobody needs it any more. */
    void dropDatabase() {
        var unused = Await.outcome(Mono.from(database.drop()).toFuture());
    }

    @Override
    public void close() {
        client.close();
    }
}
