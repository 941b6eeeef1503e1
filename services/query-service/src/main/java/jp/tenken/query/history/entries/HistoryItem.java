package jp.tenken.query.history.entries;

import java.time.Instant;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is answered.
 *
 * @param sequence of the event among the municipality's
 * @param eventId unique
 * @param type qualified name of the event
 * @param time when it happened
 * @param recordedAt when it was recorded
 * @param actor who caused it
 * @param subject what it is about, as a path below the municipality; empty = the municipality
 * @param summaryJa one line in Japanese
 * @param summaryEn one line in English
 * @param before an item's answer before; null where it is about none
 * @param after an item's answer after; null where it is about none
 * @param reason why it happened, of a decision why the item has the answer
 * @param changeReason why it was decided otherwise than before
 * @param comment what was said with it: a comment, a proposal, what happened in an incident
 */
public record HistoryItem(
        long sequence,
        String eventId,
        String type,
        Instant time,
        Instant recordedAt,
        @Nullable ShownActor actor,
        String subject,
        String summaryJa,
        String summaryEn,
        @Nullable GivenAnswer before,
        @Nullable GivenAnswer after,
        @Nullable String reason,
        @Nullable String changeReason,
        @Nullable String comment) {

    static HistoryItem of(Entry entry, Disclosed shown) {
        Told told = entry.told();
        return new HistoryItem(
                entry.sequence(),
                entry.eventId(),
                entry.type(),
                entry.time(),
                entry.recordedAt(),
                shown.actor(entry.actor()),
                told.subject(),
                Summary.ja(entry),
                Summary.en(entry),
                entry.before(),
                entry.after(),
                told.reason() == null ? shown.text(told.sealedReason()) : told.reason(),
                told.changeReason(),
                shown.text(told.comment()));
    }
}
