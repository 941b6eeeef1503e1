package jp.tenken.integration.feed;

import java.util.List;

/**
 * Some events in order, and how far the history was looked through for them.
 *
 * @param items the events that the filter lets through
 * @param scanned sequence up to which, inclusive, every event was looked at: nothing more that the
 *     filter lets through lies at or below it
 * @param more whether the history had gone further when it was read
 */
public record FeedPage(List<FeedItem> items, long scanned, boolean more) {

    /** Copies the items. */
    public FeedPage {
        items = List.copyOf(items);
    }
}
