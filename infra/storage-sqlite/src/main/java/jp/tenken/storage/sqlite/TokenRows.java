package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** The rows of one processor's tokens. For one thread and one transaction. */
final class TokenRows {

    /** A segment's row. */
    record Held(Segment segment, byte[] token, @Nullable String owner, long claimedAt) {

        /** Whether an owner may have it: it is nobody's, the owner's already, or abandoned. */
        boolean claimable(String claimant, long staleBefore) {
            return owner == null || owner.equals(claimant) || claimedAt < staleBefore;
        }
    }

    private final Session session;
    private final String processor;

    TokenRows(Session session, String processor) {
        this.session = session;
        this.processor = processor;
    }

    List<Held> all() throws SQLException {
        PreparedStatement select =
                session.prepare(
                        "SELECT segment, mask, token, owner, claimed_at FROM tokens WHERE processor = ? ORDER BY segment");
        select.setBytes(1, OrderedText.encode(processor));
        List<Held> all = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                all.add(held(found));
            }
        }
        return all;
    }

    @Nullable Held find(int segment) throws SQLException {
        PreparedStatement select =
                session.prepare(
                        "SELECT segment, mask, token, owner, claimed_at FROM tokens WHERE processor = ? AND segment = ?");
        select.setBytes(1, OrderedText.encode(processor));
        select.setInt(2, segment);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? held(found) : null;
        }
    }

    /** Refuses an owner that does not hold the segment's claim. */
    Held requireOwned(int segment, String owner) throws SQLException {
        Held held = find(segment);
        if (held == null || !owner.equals(held.owner())) {
            throw new UnableToClaimTokenException(
                    "segment %d of %s is not claimed by %s".formatted(segment, processor, owner));
        }
        return held;
    }

    void insert(Segment segment, byte[] token) throws SQLException {
        PreparedStatement insert =
                session.prepare(
                        "INSERT INTO tokens (processor, segment, mask, token, owner, claimed_at) VALUES (?, ?, ?, ?, NULL, 0)");
        insert.setBytes(1, OrderedText.encode(processor));
        insert.setInt(2, segment.getSegmentId());
        insert.setInt(3, segment.getMask());
        insert.setBytes(4, token);
        insert.executeUpdate();
    }

    void claim(int segment, @Nullable String owner, long at) throws SQLException {
        PreparedStatement update =
                session.prepare(
                        "UPDATE tokens SET owner = ?, claimed_at = ? WHERE processor = ? AND segment = ?");
        update.setBytes(1, owner == null ? null : OrderedText.encode(owner));
        update.setLong(2, at);
        update.setBytes(3, OrderedText.encode(processor));
        update.setInt(4, segment);
        update.executeUpdate();
    }

    void store(int segment, byte[] token) throws SQLException {
        PreparedStatement update =
                session.prepare("UPDATE tokens SET token = ? WHERE processor = ? AND segment = ?");
        update.setBytes(1, token);
        update.setBytes(2, OrderedText.encode(processor));
        update.setInt(3, segment);
        update.executeUpdate();
    }

    void delete(int segment) throws SQLException {
        PreparedStatement delete =
                session.prepare("DELETE FROM tokens WHERE processor = ? AND segment = ?");
        delete.setBytes(1, OrderedText.encode(processor));
        delete.setInt(2, segment);
        delete.executeUpdate();
    }

    private static Held held(ResultSet found) throws SQLException {
        byte[] owner = found.getBytes(4);
        return new Held(
                new Segment(found.getInt(1), found.getInt(2)),
                found.getBytes(3),
                owner == null ? null : OrderedText.decode(owner),
                found.getLong(5));
    }
}
